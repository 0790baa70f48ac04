using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation;

namespace GenoMed.Fhir.Spine.Benchmarks;

/// <summary><c>cross-validate</c>: 10 × 10 folds, FedAvg against IPSS-M.</summary>
internal static class CrossValidationCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var data = new Option<string>("--data") { Required = true, Description = "The MDS cohort, CSV." };
        var repeats = new Option<int>("--repeat") { DefaultValueFactory = _ => 10 };
        var folds = new Option<int>("--folds") { DefaultValueFactory = _ => 10 };
        var nodes = new Option<int>("--nodes") { DefaultValueFactory = _ => 3, Description = "3 (60/30/10) or 5 (45/20/15/10/10)." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 20 };
        var ensemble = new Option<int>("--ensemble") { DefaultValueFactory = _ => 1, Description = "Federated models whose log hazards are averaged." };
        var derived = new Option<bool>("--derived") { Description = "With the derived variables." };
        var model = new Option<string>("--model") { DefaultValueFactory = _ => "deepsurv" };
        var options = new Option<string>("--options") { DefaultValueFactory = _ => "{}", Description = "The model's options, JSON." };
        var strategy = new Option<string>("--strategy") { DefaultValueFactory = _ => "fedavg" };
        var json = new Option<string>("--json") { Description = "Where the figures are written." };
        var command = new Command("cross-validate", "Repeated cross-validation of federated DeepSurv beside IPSS-M.") { data, repeats, folds, nodes, rounds, ensemble, derived, model, options, strategy, json };
        command.SetAction(parsed =>
        {
            var cohort = MdsCohort.Read(parsed.GetRequiredValue(data));
            var experiment = new Experiment(
                parsed.GetRequiredValue(model),
                (JsonObject)JsonNode.Parse(parsed.GetRequiredValue(options))!,
                new StrategyPlan(parsed.GetRequiredValue(strategy)),
                parsed.GetValue(rounds),
                LocalEpochs: 1);
            var validation = new CrossValidation(experiment, parsed.GetValue(repeats), parsed.GetValue(folds), parsed.GetValue(ensemble), parsed.GetValue(nodes));
            Report(validation, parsed.GetValue(derived) ? DerivedFeatures.AddTo(cohort) : cohort, parsed.GetValue(json));
        });
        return command;
    }

    private static void Report(CrossValidation validation, Compute.Models.Data.FeatureTable cohort, string? json)
    {
        var (clock, results) = (Stopwatch.StartNew(), new List<FoldResult>());
        foreach (var result in validation.Run(cohort))
        {
            results.Add(result);
            if (result.Fold == validation.Folds)
            {
                Console.WriteLine(Line($"repeat {result.Repeat,2}", CrossValidationSummary.Of(results, validation.Folds, clock.Elapsed.TotalSeconds)));
            }
        }

        var summary = CrossValidationSummary.Of(results, validation.Folds, clock.Elapsed.TotalSeconds);
        Console.WriteLine(Line("all", summary));
        if (json is not null)
        {
            File.WriteAllText(json, JsonSerializer.Serialize(new { summary, results }, Json) + "\n");
        }
    }

    private static string Line(string name, CrossValidationSummary summary) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: C {summary.All:F4} on all test patients; paired {summary.Paired:F4}, IPSS-M {summary.Ipssm:F4}, difference {summary.Difference:+0.0000;-0.0000} ({summary.Lower:+0.0000;-0.0000} to {summary.Upper:+0.0000;-0.0000}), ahead in {summary.FoldsAhead} of {summary.Folds}; {summary.Seconds:F0} s");
}
