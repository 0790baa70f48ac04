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
var draws = new Option<int>("--draws") { DefaultValueFactory = _ => 1 };
var command = new RootCommand("steer") { data, model, options, epochs, seeds, arms, strategy, from, draws };
command.SetAction(parsed =>
{
    var cohort = MdsCohort.Read(parsed.GetRequiredValue(data));
    var plan = MdsSafe.Plan(cohort);
    Console.WriteLine($"{plan.Clinical.Count} clinical, {plan.Lesions.Count} lesions, {plan.Genes.Count} genes, {plan.Cytogenetics.Count} cytogenetics");
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
        var judge = new Judge(plan, split, seed);
        Print(seed, "ceiling", 0, judge.Ceiling(), 0);
        Print(seed, "floor", 0, judge.Floor(), 0);
        foreach (var arm in Arm.Of(split).Where(arm => parsed.GetValue(arms) is not { Length: > 0 } some || some.Contains(arm.Name)))
        {
            var clock = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (var (i, table) in new ArmTraining(entry, arm, seed) { Draws = parsed.GetValue(draws) }.Rounds(split.Training.Count, parsed.GetValue(from)).Index())
            {
                Print(seed, arm.Name, i + parsed.GetValue(from), judge.Of(arm.Rows, table), (Process.GetCurrentProcess().TotalProcessorTime - clock).TotalSeconds);
            }
        }
    }
});
return command.Parse(args).Invoke();

static void Print(int seed, string arm, int round, IReadOnlyDictionary<string, double> scores, double seconds)
{
    string[] shown = ["csf", "gsf", "phi_correlation", "phi_correlation_holdout", "c_index", "nndr_median", "nndr_median_holdout", "mia_auc", "csf_marginals", "csf_associations", "csf_survival", "csf_hazards", "gsf_frequencies", "gsf_lesions_per_patient", "gsf_gene_pairs", "gsf_cytogenetic_pairs"];
    string[] names = ["csf", "gsf", "phi", "phiH", "C", "nndr", "nndrH", "mia", "| mar", "ass", "sur", "haz", "| fre", "lpp", "gen", "cyt"];
    Console.WriteLine(FormattableString.Invariant($"{seed} {arm,-11} r{round} {string.Join(" ", shown.Zip(names).Select(n => FormattableString.Invariant($"{n.Second} {scores[n.First]:F3}")))} {seconds:F1} s"));
}
