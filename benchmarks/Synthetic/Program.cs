using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Spine.Benchmarks;
using GenoMed.Fhir.Synthetic.Benchmarks;

var data = new Option<string>("--data") { Required = true };
var model = new Option<string>("--model") { DefaultValueFactory = _ => "bayesian-network" };
var options = new Option<string>("--options") { DefaultValueFactory = _ => "{}" };
var strategy = new Option<string?>("--strategy");
var epochs = new Option<int?>("--epochs");
var seeds = new Option<int>("--seeds") { DefaultValueFactory = _ => 1 };
var arms = new Option<string[]>("--arms") { DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };
var from = new Option<int>("--from") { DefaultValueFactory = _ => 1 };
var command = new RootCommand("steer") { data, model, options, epochs, seeds, arms, strategy, from };
command.SetAction(parsed =>
{
    var cohort = MdsCohort.Read(parsed.GetRequiredValue(data));
    string[] derived = ["mut_TP53mono", "mut_TP53multi", "mut_TET2bi", "mut_TET2other"];
    string[] lesions = [.. PhiMatrix.Frequent(cohort, 0.02).Where(name => name.StartsWith("mut_", StringComparison.Ordinal)).Except(derived)];
    var entry = SyntheticEntry.Find(parsed.GetValue(model)!);
    var merged = (JsonObject)entry.Options.DeepClone();
    foreach (var (k, v) in (JsonObject)JsonNode.Parse(parsed.GetValue(options)!)!)
    {
        merged[k] = v?.DeepClone();
    }

    entry = entry with { Options = merged, Epochs = parsed.GetValue(epochs) ?? entry.Epochs, Strategy = parsed.GetValue(strategy) ?? entry.Strategy };
    Console.WriteLine($"{entry.Model} {merged.ToJsonString()} {entry.Strategy} epochs {entry.Epochs}");
    for (var seed = 1; seed <= parsed.GetValue(seeds); seed++)
    {
        var split = Split.Of(cohort, seed, 3);
        var judge = new Judge(split, lesions, seed);
        Console.WriteLine(FormattableString.Invariant($"  {seed} real c_index {SurvivalTransfer.C(split.Training, split.Test, seed):F3}"));
        foreach (var arm in Arm.Of(split).Where(arm => parsed.GetValue(arms) is not { Length: > 0 } some || some.Contains(arm.Name)))
        {
            var clock = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (var (i, table) in new ArmTraining(entry, arm, seed).Rounds(split.Training.Count, parsed.GetValue(from)).Index())
            {
                var scores = judge.Of(arm.Rows, table);
                Console.WriteLine(FormattableString.Invariant($"  {seed} {arm.Name,-12} round {i + parsed.GetValue(from)} {string.Join(" ", scores.Where(s => s.Key is not ("mia_auc_distance" or "mia_auc_calibrated" or "exact_copies" or "exact_copies_holdout" or "dcr_median" or "dcr_median_holdout")).Select(s => FormattableString.Invariant($"{s.Key} {s.Value:F3}")))}  {(Process.GetCurrentProcess().TotalProcessorTime - clock).TotalSeconds:F1} s"));
            }
        }
    }
});
return command.Parse(args).Invoke();
