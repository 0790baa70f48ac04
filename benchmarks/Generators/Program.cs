using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Generators.Benchmarks;
using GenoMed.Fhir.Spine.Benchmarks;

// How faithful a generator is on the MDS cohort, against an 80/20 hold-out, with ceiling and floor of the same run.
//   dotnet run -c Release --project benchmarks/Generators -- --data ../shared/data/mds_ipssm.csv --model bayesian-network
var data = new Option<string>("--data") { Required = true, Description = "The MDS cohort, CSV." };
var model = new Option<string>("--model") { DefaultValueFactory = _ => "bayesian-network" };
var options = new Option<string[]>("--options") { DefaultValueFactory = _ => ["{}"], Description = "The model's options, JSON; several for variants.", AllowMultipleArgumentsPerToken = true };
var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3 };
var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => 1, Description = "Epochs of a round." };
var repeat = new Option<int>("--repeat") { DefaultValueFactory = _ => 5, Description = "Splits." };
var from = new Option<int>("--from") { DefaultValueFactory = _ => 1, Description = "The first split's seed; the next have the next." };
var command = new RootCommand("Fidelity of a generator on the MDS cohort.") { data, model, options, rounds, epochs, repeat, from };
command.SetAction(parsed =>
{
    var cohort = MdsCohort.Read(parsed.GetRequiredValue(data));
    var experiment = new FidelityExperiment(cohort, parsed.GetValue(rounds), parsed.GetValue(epochs));
    int[] seeds = [.. Enumerable.Range(parsed.GetValue(from), parsed.GetValue(repeat))];
    Console.WriteLine($"{cohort.Count} patients, {experiment.Lesions.Count} lesions, {seeds.Length} splits");
    Report("ceiling: two real halves", seeds, experiment.Ceiling);
    Report("training rows themselves", seeds, experiment.Real);
    Report("floor: shuffled columns", seeds, experiment.Floor);
    foreach (var variant in parsed.GetRequiredValue(options))
    {
        var clock = Stopwatch.StartNew();
        Report($"{parsed.GetValue(model)} {variant}", seeds, seed => experiment.Run(parsed.GetValue(model)!, (JsonObject)JsonNode.Parse(variant)!, seed));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {clock.Elapsed.TotalSeconds / seeds.Length:F1} s a split"));
    }
});

// All generators into one file; --only measures one again and keeps the others' figures.
//   dotnet run -c Release --project benchmarks/Generators -- report --data ../shared/data/mds_ipssm.csv --json docs/results/generators.json
var json = new Option<string>("--json") { Required = true, Description = "The result; what is not measured again stays." };
var only = new Option<string[]>("--only") { DefaultValueFactory = _ => [], Description = "Only these: " + string.Join(", ", GeneratorEntry.All.Select(entry => entry.Name)), AllowMultipleArgumentsPerToken = true };
var report = new Command("report", "Each generator against the hold-out, with ceiling and floor.") { data, json, only };
only.AcceptOnlyFromAmong([.. GeneratorEntry.All.Select(entry => entry.Name)]);
report.SetAction(parsed =>
{
    var result = new GeneratorReport(MdsCohort.Read(parsed.GetRequiredValue(data)), parsed.GetRequiredValue(json));
    var names = parsed.GetRequiredValue(only);
    foreach (var entry in GeneratorEntry.All.Where(entry => names.Length == 0 || names.Contains(entry.Name)))
    {
        result.Measure(entry);
    }
});
command.Subcommands.Add(report);

// What the generated patients are worth to a clinician.
//   dotnet run -c Release --project benchmarks/Generators -- clinical --data ../shared/data/mds_ipssm.csv --only bayesian-network vae-bgm
var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "Of the split and the generators." };
var clinical = new Command("clinical", "Survival, lesions, hazard ratios, transfer and control arms, with ceiling and floor.") { data, only, seed };
clinical.SetAction(parsed => new ClinicalExperiment(MdsCohort.Read(parsed.GetRequiredValue(data)), parsed.GetValue(seed))
    .Measure(GeneratorEntry.All.Where(entry => parsed.GetRequiredValue(only).Contains(entry.Name))));
command.Subcommands.Add(clinical);
return command.Parse(args).Invoke();

static void Report(string name, int[] seeds, Func<int, Fidelity> run)
{
    var all = seeds.Select(run).ToArray();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name}\n    shapes {all.Average(f => f.Report.ColumnShapes):F3} (KS {all.Average(f => f.Report.Numbers):F3}, TV {all.Average(f => f.Report.Discretes):F3}), pairs {all.Average(f => f.Report.PairTrends):F3}, lesion correlation {all.Average(f => f.Lesions):F3}, least {all.Min(f => f.Lesions):F3} (with the hold-out {all.Average(f => f.HoldOut):F3})"));
}
