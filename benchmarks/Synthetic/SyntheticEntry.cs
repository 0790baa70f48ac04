using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>A generator as the figure measures it.</summary>
/// <param name="Model">Its name in the catalogue.</param>
/// <param name="Options">Its own options.</param>
/// <param name="Strategy">How nodes are brought together.</param>
/// <param name="Epochs">Of a round, at each node.</param>
internal sealed record SyntheticEntry(string Model, JsonObject Options, string Strategy, int Epochs)
{
    /// <summary>Rounds of training, as in the paper.</summary>
    public const int Rounds = 5;

    /// <summary>One line a generator. Chosen on splits 1 to 3, which are not reported.</summary>
    public static IReadOnlyList<SyntheticEntry> All { get; } =
    [
        new("bayesian-network", [], "sum", 1),
        new("vae-bgm", [], "fedavg", 20),
        new("ctgan", [], "fedavg", 10),
    ];

    public static SyntheticEntry Find(string model) => All.First(entry => entry.Model == model);
}
