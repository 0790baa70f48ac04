using System.CommandLine;
using GenoMed.Fhir.Spine.Benchmarks;
using GenoMed.Fhir.Synthetic.Benchmarks;

// The figure of the paper: fidelity per round of federated, centralised and isolated generators on the MDS cohort.
//   dotnet run -c Release --project benchmarks/Synthetic -- --data ../shared/data/mds_ipssm.csv --json docs/results/synthetic-mds.json
// A file that is there keeps what it has; --only and --seeds measure a part. The page and its plots lie beside it.
var data = new Option<string>("--data") { Required = true, Description = "The MDS cohort, CSV." };
var json = new Option<string>("--json") { Required = true, Description = "The result; what it has is not measured again." };
var only = new Option<string[]>("--only") { DefaultValueFactory = _ => [], Description = "Only these: " + string.Join(", ", SyntheticEntry.All.Select(entry => entry.Name)), AllowMultipleArgumentsPerToken = true };
only.AcceptOnlyFromAmong([.. SyntheticEntry.All.Select(entry => entry.Name)]);
var seeds = new Option<int[]>("--seeds") { DefaultValueFactory = _ => [101, 102, 103, 104, 105], Description = "The splits. Settings were chosen on 1 to 3.", AllowMultipleArgumentsPerToken = true };
var page = new Option<bool>("--page") { Description = "Measures nothing: writes summary, page and plots of what the result has." };
var command = new RootCommand("Federated synthetic patients of the MDS cohort, judged by SAFE.") { data, json, only, seeds, page };
command.SetAction(parsed =>
{
    var file = parsed.GetRequiredValue(json);
    var runs = new RunsFile(file);
    if (!parsed.GetValue(page))
    {
        var names = parsed.GetRequiredValue(only);
        SyntheticEntry[] entries = [.. SyntheticEntry.All.Where(entry => names.Length == 0 || names.Contains(entry.Name))];
        new Measurement(MdsCohort.Read(parsed.GetRequiredValue(data)), runs).Run(entries, parsed.GetRequiredValue(seeds));
    }

    var summary = new Summary(runs);
    runs.Summarise(summary.ToJson());
    File.WriteAllText(Path.ChangeExtension(file, ".svg"), Figure.Fidelity(summary));
    File.WriteAllText(Path.ChangeExtension(file, null) + "-privacy.svg", Figure.Privacy(summary));
    File.WriteAllText(Path.ChangeExtension(file, ".md"), new Page(summary, Path.GetFileNameWithoutExtension(file)).Write());
});
return command.Parse(args).Invoke();
