using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Generators.Benchmarks;

/// <summary>Each generator on its splits, with ceiling and floor of the same splits; a file that is there keeps what is not measured again.</summary>
internal sealed class GeneratorReport(FeatureTable cohort, string file)
{
    private const int FirstSeed = 101;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly JsonObject _results = File.Exists(file) ? (JsonObject)JsonNode.Parse(File.ReadAllText(file))! : [];

    public void Measure(GeneratorEntry entry)
    {
        var experiment = new FidelityExperiment(cohort, entry.Rounds, entry.Epochs);
        int[] seeds = [.. Enumerable.Range(FirstSeed, entry.Splits)];
        var clock = Stopwatch.StartNew();
        var found = seeds.Select(seed => Told(entry.Name, seed, experiment.Run(entry.Model, (JsonObject)entry.Options.DeepClone(), seed))).ToArray();
        var seconds = clock.Elapsed.TotalSeconds / seeds.Length;
        var (ceiling, real, floor) = (seeds.Select(experiment.Ceiling).ToArray(), seeds.Select(experiment.Real).ToArray(), seeds.Select(experiment.Floor).ToArray());
        _results[entry.Name] = new JsonObject
        {
            ["model"] = entry.Model,
            ["options"] = entry.Options.DeepClone(),
            ["rounds"] = entry.Rounds,
            ["epochs"] = entry.Epochs,
            ["lesions"] = experiment.Lesions.Count,
            ["seeds"] = new JsonArray([.. seeds.Select(seed => (JsonNode)seed)]),
            ["generated"] = Mean(found),
            ["ceiling_two_real_halves"] = Mean(ceiling),
            ["ceiling_with_hold_out"] = real.Average(fidelity => fidelity.HoldOut),
            ["floor_shuffled_columns"] = Mean(floor),
            ["share_of_ceiling"] = found.Average(fidelity => fidelity.Lesions) / ceiling.Average(fidelity => fidelity.Lesions),
            ["share_of_hold_out_ceiling"] = found.Average(fidelity => fidelity.HoldOut) / real.Average(fidelity => fidelity.HoldOut),
            ["seconds_a_split"] = Math.Round(seconds, 1),
        };
        File.WriteAllText(file, _results.ToJsonString(Indented) + "\n");
    }

    private static Fidelity Told(string name, int seed, Fidelity found)
    {
        Console.WriteLine(FormattableString.Invariant($"{name}, split {seed}: shapes {found.Report.ColumnShapes:F3}, pairs {found.Report.PairTrends:F3}, lesions {found.Lesions:F3}, with the hold-out {found.HoldOut:F3}"));
        return found;
    }

    private static JsonObject Mean(Fidelity[] all)
    {
        var mean = new JsonObject
        {
            ["column_shapes"] = all.Average(fidelity => fidelity.Report.ColumnShapes),
            ["pair_trends"] = all.Average(fidelity => fidelity.Report.PairTrends),
            ["lesion_correlation"] = all.Average(fidelity => fidelity.Lesions),
            ["lesion_correlation_least"] = all.Min(fidelity => fidelity.Lesions),
        };
        if (!double.IsNaN(all[0].HoldOut))
        {
            mean["lesion_correlation_with_hold_out"] = all.Average(fidelity => fidelity.HoldOut);
        }

        return mean;
    }
}
