using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Spine.Benchmarks;

// The compute of the spine without HTTP: centralised against federated training over repeated splits.
//   dotnet run -c Release --project benchmarks/Spine -- --data ../shared/data/mds_ipssm.csv
// and cross-validated beside IPSS-M:
//   dotnet run -c Release --project benchmarks/Spine -- cross-validate --derived --ensemble 5 --data ../shared/data/mds_ipssm.csv
var data = new Option<string>("--data") { Required = true, Description = "The MDS cohort, CSV." };
var repeat = new Option<int>("--repeat") { DefaultValueFactory = _ => 20, Description = "Splits, seeds 1.." };
var nodes = new Option<int>("--nodes") { DefaultValueFactory = _ => 3, Description = "3 (60/30/10) or 5 (45/20/15/10/10)." };
var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 30 };
var epochs = new Option<int>("--local-epochs") { DefaultValueFactory = _ => 1 };
var options = new Option<string>("--options") { DefaultValueFactory = _ => "{}", Description = "The model's options, JSON." };
var model = new Option<string>("--model") { DefaultValueFactory = _ => "deepsurv" };
var strategy = new Option<string>("--strategy") { DefaultValueFactory = _ => "fedavg" };
var command = new RootCommand("Centralised against federated training on the MDS cohort.") { data, repeat, nodes, rounds, epochs, model, options, strategy };
command.SetAction(parsed =>
{
    var cohort = MdsCohort.Read(parsed.GetRequiredValue(data));
    var experiment = new Experiment(
        parsed.GetRequiredValue(model), (JsonObject)JsonNode.Parse(parsed.GetRequiredValue(options))!, new StrategyPlan(parsed.GetRequiredValue(strategy)), parsed.GetValue(rounds), parsed.GetValue(epochs));
    var (centralised, federated, clock) = (new List<double>(), new List<double>(), Stopwatch.StartNew());
    for (var seed = 1; seed <= parsed.GetValue(repeat); seed++)
    {
        var (c, f) = experiment.Run(Split.Of(cohort, seed, parsed.GetValue(nodes)), seed);
        centralised.Add(c);
        federated.Add(f);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seed,3}  centralised {c:F4}  federated {f:F4}"));
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"mean of {centralised.Count}: centralised {centralised.Average():F4}, federated {federated.Average():F4}; {clock.Elapsed.TotalSeconds / centralised.Count:F2} s a split; {cohort.Count} patients"));
});
command.Subcommands.Add(CrossValidationCommand.Create());
return command.Parse(args).Invoke();
