using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Operations.Contracts.DatasetStatistics;

/// <summary>What <c>$dataset-statistics</c> takes.</summary>
public sealed record DatasetStatisticsInput
{
    /// <summary>The id that <c>$extract-dataset</c> gave.</summary>
    public required string Dataset { get; init; }

    /// <summary>Only these features; empty for all.</summary>
    [JsonPropertyName("feature")]
    public IReadOnlyList<string> Features { get; init; } = [];
}
