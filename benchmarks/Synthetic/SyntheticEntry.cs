using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>A generator as the figure measures it.</summary>
/// <param name="Name">Its key in the result.</param>
/// <param name="Model">The model's name in the catalogue.</param>
/// <param name="Options">Its own options.</param>
/// <param name="Strategy">How nodes are brought together.</param>
/// <param name="Epochs">Of a round, at each node.</param>
/// <param name="MinimumPatients">k of the nodes: what a network's counts may tell.</param>
internal sealed record SyntheticEntry(string Name, string Model, JsonObject Options, string Strategy, int Epochs, int MinimumPatients = 10)
{
    /// <summary>Rounds of training, as in the paper.</summary>
    public const int Rounds = 5;

    /// <summary>One line a generator. Settings were chosen on splits 1 to 3, which are not reported.</summary>
    public static IReadOnlyList<SyntheticEntry> All { get; } =
    [
        new("bayesian-network", "bayesian-network", [], "sum", 1, MinimumPatients: 1),
        new("vae-bgm", "vae-bgm", new JsonObject { ["klWeight"] = 0.3, ["outcomeWeight"] = 3, ["averaging"] = 0.99 }, "fedavg", 40),
        new("ctgan", "ctgan", new JsonObject { ["averaging"] = 0.9 }, "fedavg", 12),
        new("bayesian-network-k10", "bayesian-network", [], "sum", 1),
    ];

    public static SyntheticEntry Find(string name) => All.First(entry => entry.Name == name);
}
