using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Operations.Contracts.ViewDefinitionExport;

/// <summary>What <c>$viewdefinition-export</c> takes.</summary>
public sealed record ViewDefinitionExportInput
{
    /// <summary>The views; none where the URL names one.</summary>
    [JsonPropertyName("view")]
    public IReadOnlyList<ExportedView> Views { get; init; } = [];

    /// <summary>Given back in the manifest.</summary>
    public string? ClientTrackingId { get; init; }

    /// <summary><c>ndjson</c> or <c>csv</c>; null for ndjson.</summary>
    [JsonPropertyName("_format")]
    public string? Format { get; init; }

    /// <summary>Whether CSV begins with the names of the columns; null for true.</summary>
    public bool? Header { get; init; }

    /// <summary>References to the patients whose resources count; empty for all.</summary>
    [JsonPropertyName("patient")]
    public IReadOnlyList<string> Patients { get; init; } = [];

    /// <summary>References to Groups whose patients count.</summary>
    [JsonPropertyName("group")]
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Only resources changed after this instant.</summary>
    [JsonPropertyName("_since")]
    public string? Since { get; init; }

    /// <summary>Not supported.</summary>
    public string? Source { get; init; }
}
