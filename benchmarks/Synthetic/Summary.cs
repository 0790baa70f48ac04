using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>What the runs say over the splits.</summary>
internal sealed class Summary(RunsFile runs)
{
    private static readonly string[] Isolated = ["node1", "node2", "node3"];

    /// <summary>The generators of which all arms of at least one split are measured.</summary>
    public IReadOnlyList<SyntheticEntry> Entries { get; } = [.. SyntheticEntry.All.Where(entry => Complete(runs, entry).Count > 0)];

    /// <summary>The splits of which all arms of a generator are measured.</summary>
    public IReadOnlyList<int> Seeds(SyntheticEntry entry) => Complete(runs, entry);

    /// <summary>One score of an arm after a round, over the splits.</summary>
    /// <param name="entry">The generator.</param>
    /// <param name="arm">Of <see cref="Arm"/>.</param>
    /// <param name="score">Of <see cref="Scores"/>.</param>
    /// <param name="round">From 1.</param>
    public Interval Score(SyntheticEntry entry, string arm, string score, int round = SyntheticEntry.Rounds) =>
        Interval.Of([.. Seeds(entry).Select(seed => runs.Find(entry.Name, seed, arm)![round - 1][score])]);

    /// <summary>Federated less another arm, split by split, after the last round.</summary>
    public Interval Difference(SyntheticEntry entry, string arm, string score) =>
        Interval.Of([.. Seeds(entry).Select(seed => Last(entry.Name, seed, Arm.Federated)[score] - Last(entry.Name, seed, arm)[score])]);

    /// <summary>The share of the way from floor to ceiling of the same splits, after the last round.</summary>
    public Interval Share(SyntheticEntry entry, string arm, string score) => Interval.Of([.. Seeds(entry).Select(seed =>
        Compute.Models.Fidelity.SafeScores.ShareOfTheWay(Last(entry.Name, seed, arm)[score], Reference(Measurement.Floor, seed)[score], Reference(Measurement.Ceiling, seed)[score]))]);

    /// <summary>Ceiling or floor of a generator's splits.</summary>
    public Interval Bound(SyntheticEntry entry, string bound, string score) => Interval.Of([.. Seeds(entry).Select(seed => Reference(bound, seed)[score])]);

    /// <summary>The generator whose federated form goes furthest, by the lesser of its shares in CSF and GSF.</summary>
    public SyntheticEntry Best => Entries.MaxBy(entry => Math.Min(Share(entry, Arm.Federated, Scores.Csf).Mean, Share(entry, Arm.Federated, Scores.Gsf).Mean))!;

    /// <summary>The names of the parts of CSF and GSF.</summary>
    public IEnumerable<string> Parts(SyntheticEntry entry) => Last(entry.Name, Seeds(entry)[0], Arm.Federated).Keys
        .Where(name => name.StartsWith(Scores.Csf + "_", StringComparison.Ordinal) || name.StartsWith(Scores.Gsf + "_", StringComparison.Ordinal));

    /// <summary>Everything but the runs.</summary>
    public JsonObject ToJson() => new()
    {
        ["rounds"] = SyntheticEntry.Rounds,
        ["best"] = Best.Name,
        ["ceiling"] = Bounds(Best, Measurement.Ceiling),
        ["floor"] = Bounds(Best, Measurement.Floor),
        ["models"] = new JsonObject(Entries.Select(entry => KeyValuePair.Create(entry.Name, (JsonNode?)Model(entry)))),
        ["checks"] = new JsonArray([.. new Claims(this).All.Select(claim => (JsonNode)claim.ToJson())]),
    };

    private JsonObject Model(SyntheticEntry entry) => new()
    {
        ["model"] = entry.Model,
        ["options"] = entry.Options,
        ["strategy"] = entry.Strategy,
        ["epochs_a_round"] = entry.Schedule.Epochs,
        ["minimum_patients"] = entry.MinimumPatients,
        ["seeds"] = new JsonArray([.. Seeds(entry).Select(seed => (JsonNode)seed)]),
        [Arm.Federated] = ArmScores(entry, Arm.Federated),
        [Arm.Centralised] = ArmScores(entry, Arm.Centralised),
        ["isolated"] = new JsonObject(Isolated.Select(node => KeyValuePair.Create(node, (JsonNode?)ArmScores(entry, node)))),
        [Measurement.Ceiling] = Bounds(entry, Measurement.Ceiling),
        [Measurement.Floor] = Bounds(entry, Measurement.Floor),
    };

    /// <summary>After the last round, half the width of the 95 % interval of each, the shares of the way, and each round.</summary>
    private JsonObject ArmScores(SyntheticEntry entry, string arm)
    {
        string[] names = [.. Last(entry.Name, Seeds(entry)[0], arm).Keys];
        var scores = Numbers(names, name => Score(entry, arm, name).Mean);
        scores["csf_share"] = Rounded(Share(entry, arm, Scores.Csf).Mean);
        scores["gsf_share"] = Rounded(Share(entry, arm, Scores.Gsf).Mean);
        scores["half_interval"] = Numbers(names, name => Score(entry, arm, name).Half);
        scores["rounds"] = new JsonArray([.. Enumerable.Range(1, SyntheticEntry.Rounds).Select(round => (JsonNode)Round(entry, arm, names, round))]);
        return scores;
    }

    private JsonObject Round(SyntheticEntry entry, string arm, string[] names, int round)
    {
        var scores = Numbers(names.Where(name => runs.Find(entry.Name, Seeds(entry)[0], arm)![round - 1].ContainsKey(name)), name => Score(entry, arm, name, round).Mean);
        scores.Insert(0, "round", round);
        return scores;
    }

    private JsonObject Bounds(SyntheticEntry entry, string bound) =>
        Numbers(Reference(bound, Seeds(entry)[0]).Keys, name => Bound(entry, bound, name).Mean);

    private IReadOnlyDictionary<string, double> Last(string group, int seed, string arm) => runs.Find(group, seed, arm)![^1];

    private IReadOnlyDictionary<string, double> Reference(string bound, int seed) => Last(Measurement.References, seed, bound);

    private static IReadOnlyList<int> Complete(RunsFile runs, SyntheticEntry entry) =>
        [.. runs.Seeds(entry.Name, Arm.Federated).Where(seed => Isolated.Append(Arm.Centralised).All(arm => runs.Find(entry.Name, seed, arm) is not null)
            && runs.Find(Measurement.References, seed, Measurement.Floor) is not null)];

    private static JsonObject Numbers(IEnumerable<string> names, Func<string, double> value) =>
        new(names.Select(name => KeyValuePair.Create(name, (JsonNode?)Rounded(value(name)))));

    private static JsonNode? Rounded(double value) => double.IsFinite(value) ? Math.Round(value, 4) : null;
}
