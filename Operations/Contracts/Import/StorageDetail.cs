using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Operations.Contracts.Import;

/// <summary>How the files of an import are kept.</summary>
public sealed record StorageDetail
{
    /// <summary>file or https.</summary>
    public string? Type { get; init; }

    /// <summary>gzip where they are compressed.</summary>
    [JsonPropertyName("contentEncoding")]
    public IReadOnlyList<string> ContentEncodings { get; init; } = [];
}
