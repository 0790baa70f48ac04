using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Operations.Contracts.EvaluateModel;

/// <summary>Survival of one risk group.</summary>
public sealed record RiskGroup
{
    /// <summary><c>Q1</c> is the lowest risk.</summary>
    public required string Name { get; init; }

    /// <summary>Patients.</summary>
    public required int N { get; init; }

    /// <summary>Events; null when a small cell.</summary>
    public int? Events { get; init; }

    /// <summary>The curve; ends where fewer patients than the minimum cell are at risk.</summary>
    [JsonPropertyName("point")]
    public IReadOnlyList<CurvePoint> Points { get; init; } = [];
}
