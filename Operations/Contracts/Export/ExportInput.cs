using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Operations.Contracts.Export;

/// <summary>The kick-off parameters of the Bulk Data guide's three exports.</summary>
public sealed record ExportInput
{
    /// <summary>application/fhir+ndjson, application/ndjson or ndjson.</summary>
    [JsonPropertyName("_outputFormat")]
    public string? OutputFormat { get; init; }

    /// <summary>Only resources changed after this instant.</summary>
    [JsonPropertyName("_since")]
    public string? Since { get; init; }

    /// <summary>Only resources last changed before this instant.</summary>
    [JsonPropertyName("_until")]
    public string? Until { get; init; }

    /// <summary>Resource types, separated by commas.</summary>
    [JsonPropertyName("_type")]
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Searches, <c>Type?query</c>; a resource of a named type must match one of them.</summary>
    [JsonPropertyName("_typeFilter")]
    public IReadOnlyList<string> TypeFilters { get; init; } = [];

    /// <summary>Root elements, <c>element</c> or <c>Type.element</c>, separated by commas.</summary>
    [JsonPropertyName("_elements")]
    public IReadOnlyList<string> Elements { get; init; } = [];

    /// <summary>Patients, for the exports of patients and of a group.</summary>
    [JsonPropertyName("patient")]
    public IReadOnlyList<string> Patients { get; init; } = [];

    /// <summary>Not supported.</summary>
    [JsonPropertyName("includeAssociatedData")]
    public IReadOnlyList<string> IncludeAssociatedData { get; init; } = [];

    /// <summary>Not supported.</summary>
    [JsonPropertyName("organizeOutputBy")]
    public string? OrganizeOutputBy { get; init; }

    /// <summary>Taken and not made use of: there is one manifest.</summary>
    [JsonPropertyName("allowPartialManifests")]
    public bool? AllowPartialManifests { get; init; }
}
