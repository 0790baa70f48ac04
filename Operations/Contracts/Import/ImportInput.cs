using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Operations.Contracts.Import;

/// <summary>What to import: files by URL, where the body is not the NDJSON itself (smart-on-fhir/bulk-import, manifest approach).</summary>
public sealed record ImportInput
{
    /// <summary>application/fhir+ndjson; its parameter fhirVersion may say 4.0.</summary>
    public string? InputFormat { get; init; }

    /// <summary>Where the data come from; recorded in the manifest.</summary>
    public string? InputSource { get; init; }

    /// <summary>5.0 or 4.0.</summary>
    public string? FhirVersion { get; init; }

    /// <summary>The files.</summary>
    [JsonPropertyName("input")]
    public IReadOnlyList<ImportFile> Inputs { get; init; } = [];

    /// <summary>How they are kept.</summary>
    public StorageDetail? StorageDetail { get; init; }
}
