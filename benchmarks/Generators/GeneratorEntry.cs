using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Generators.Benchmarks;

/// <summary>A generator as the report measures it.</summary>
/// <param name="Name">Its key in the result.</param>
/// <param name="Model">The model's name in the catalogue.</param>
/// <param name="Options">Its own options.</param>
/// <param name="Rounds">Rounds at one node.</param>
/// <param name="Epochs">Of each round.</param>
/// <param name="Splits">How many, seeds 101, 102, ...: no setting was chosen on those.</param>
internal sealed record GeneratorEntry(string Name, string Model, JsonObject Options, int Rounds, int Epochs, int Splits)
{
    /// <summary>One line a generator. The first round of CTGAN fits the modes of the numbers only.</summary>
    public static IReadOnlyList<GeneratorEntry> All { get; } =
    [
        new("bayesian-network", "bayesian-network", [], 3, 1, 10),
        new("vae-bgm", "vae-bgm", [], 1, 100, 3),
        new("ctgan", "ctgan", [], 2, 60, 1),
        new("ctgan-paper", "ctgan", new JsonObject { ["batchSize"] = 500, ["pac"] = 10, ["learningRate"] = 2e-4, ["dropout"] = 0.5, ["discriminatorSteps"] = 1 }, 2, 300, 1),
        new("ctgan-small-batches", "ctgan", new JsonObject { ["batchSize"] = 100, ["pac"] = 1, ["learningRate"] = 5e-4, ["dropout"] = 0.5, ["discriminatorSteps"] = 1 }, 2, 100, 1),
    ];
}
