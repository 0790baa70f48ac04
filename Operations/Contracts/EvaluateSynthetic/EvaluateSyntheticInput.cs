using System.Text.Json.Serialization;
using GenoMed.Fhir.Operations.Contracts.Binding;

namespace GenoMed.Fhir.Operations.Contracts.EvaluateSynthetic;

/// <summary>What <c>$evaluate-synthetic</c> takes.</summary>
public sealed record EvaluateSyntheticInput
{
    /// <summary>The patients that the generator learned from: the id that <c>$extract-dataset</c> gave.</summary>
    public required string Dataset { get; init; }

    /// <summary>Patients of the same population that it did not learn from; null where the node has none.</summary>
    public string? HoldOut { get; init; }

    /// <summary>The SafePlan as JSON, the same at every node.</summary>
    public required string Plan { get; init; }

    /// <summary>The synthetic patients as the guide's CSV; null for what the real patients alone can tell: ceiling and floor.</summary>
    public BinaryContent? Synthetic { get; init; }

    /// <summary><c>fidelity</c>, <c>multivariate</c>, <c>clinical</c>, <c>privacy</c>, <c>attacks</c>; empty for all that the tables allow.</summary>
    [JsonPropertyName("part")]
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Gives halves, shuffles, mock trials and attacks; null for 0.</summary>
    public int? Seed { get; init; }
}
