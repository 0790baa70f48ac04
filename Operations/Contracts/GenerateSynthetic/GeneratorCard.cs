using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Operations.Contracts.GenerateSynthetic;

/// <summary>The part of a model's card that goes into the lineage of what is generated from it.</summary>
public sealed record GeneratorCard
{
    /// <summary>What people call the model.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the weights, lower-case hexadecimal.</summary>
    public required string WeightsSha256 { get; init; }

    /// <summary>SHA-256 of the plan's canonical JSON.</summary>
    public required string PlanSha256 { get; init; }

    /// <summary>The run that made it.</summary>
    public required string Run { get; init; }

    /// <summary>Rounds aggregated.</summary>
    public required int Rounds { get; init; }

    /// <summary>Who trained it.</summary>
    [JsonPropertyName("node")]
    public IReadOnlyList<GeneratorNode> Nodes { get; init; } = [];

    /// <summary>Weights hashes of the models before it, newest first.</summary>
    [JsonPropertyName("predecessor")]
    public IReadOnlyList<string> Predecessors { get; init; } = [];
}
