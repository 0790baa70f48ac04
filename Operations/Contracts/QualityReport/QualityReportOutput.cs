using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Operations.Contracts.QualityReport;

/// <summary>What <c>$quality-report</c> gives.</summary>
public sealed record QualityReportOutput
{
    /// <summary>The dataset's id.</summary>
    public required string Dataset { get; init; }

    /// <summary>Number of patients.</summary>
    public required int Rows { get; init; }

    /// <summary>Patients whose birth, diagnosis and death are out of order; null when a small cell.</summary>
    public int? InconsistentDates { get; init; }

    /// <summary>How well each feature is filled, in the dictionary's order.</summary>
    [JsonPropertyName("feature")]
    public IReadOnlyList<FeatureQuality> Features { get; init; } = [];

    /// <summary>How far the texts are filled that any patient has, in the dictionary's order.</summary>
    [JsonPropertyName("text")]
    public IReadOnlyList<TextQuality> Texts { get; init; } = [];
}
