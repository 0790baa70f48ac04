using System.Text.Json.Serialization;
using GenoMed.Fhir.Operations.Contracts.QualityReport;

namespace GenoMed.Fhir.Operations.Contracts.ExtractDataset;

/// <summary>What <c>$extract-dataset</c> gives.</summary>
public sealed record ExtractDatasetOutput
{
    /// <summary>The dataset's id, made of its content, guide and cohort.</summary>
    public required string Dataset { get; init; }

    /// <summary>Number of patients.</summary>
    public required int Rows { get; init; }

    /// <summary>SHA-256 of the table, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Reference to the Group of the patients that the table was made of, as they were then.</summary>
    public required string Snapshot { get; init; }

    /// <summary>How well each feature is filled, in the dictionary's order.</summary>
    [JsonPropertyName("feature")]
    public IReadOnlyList<FeatureQuality> Features { get; init; } = [];
}
