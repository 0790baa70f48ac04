using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Models.Benchmarks;
using GenoMed.Fhir.Spine.Benchmarks;

// Models without FHIR and HTTP.
//   dotnet run -c Release --project benchmarks/Models -- survival --data ../shared/data/savae/pbc.csv
var data = new Option<string>("--data") { Required = true, Description = "The cohort, CSV." };
var seeds = new Option<int>("--seeds") { DefaultValueFactory = _ => 1, Description = "Splits, seeds 1.." };
var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => 300 };
var options = new Option<string>("--options") { DefaultValueFactory = _ => "{}", Description = "The model's options, JSON." };
var model = new Option<string>("--model") { DefaultValueFactory = _ => "savae" };

var survival = new Command("survival", "5-fold cross-validation of a survival model.") { data, seeds, epochs, options, model };
survival.SetAction(parsed =>
{
    var file = parsed.GetRequiredValue(data);
    var mds = Path.GetFileName(file) == "mds_ipssm.csv";
    var cohort = mds ? MdsCohort.Read(file) : CsvCohort.Read(file);
    var fold = new SurvivalFold(parsed.GetRequiredValue(model), (JsonObject)JsonNode.Parse(parsed.GetRequiredValue(options))!, parsed.GetValue(epochs));
    var scores = Enumerable.Range(1, parsed.GetValue(seeds)).SelectMany(seed => CrossValidation.Folds(cohort, 5, seed)
        .Select(parts => fold.Run(parts.Training, parts.Test, mds ? MdsCohort.Outcome : CsvCohort.Outcome, seed))).ToArray();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{Path.GetFileName(file)} {cohort.Count} rows, {scores.Length} folds: Antolini {scores.Average(s => s.Antolini):F4} (sd {Deviation(scores.Select(s => s.Antolini)):F4}), Harrell {scores.Average(s => s.Harrell):F4}, IBS {scores.Average(s => s.Brier):F4}"));
});

return new RootCommand("Models on tables, without FHIR and HTTP.") { survival }.Parse(args).Invoke();

static double Deviation(IEnumerable<double> values)
{
    var numbers = values.ToArray();
    var mean = numbers.Average();
    return Math.Sqrt(numbers.Sum(number => (number - mean) * (number - mean)) / Math.Max(1, numbers.Length - 1));
}
