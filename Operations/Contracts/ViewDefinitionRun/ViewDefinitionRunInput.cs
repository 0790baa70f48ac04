using System.Text.Json.Serialization;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Contracts.ViewDefinitionRun;

/// <summary>What <c>$viewdefinition-run</c> takes.</summary>
public sealed record ViewDefinitionRunInput
{
    /// <summary>The ViewDefinition.</summary>
    public required Resource ViewResource { get; init; }

    /// <summary><c>ndjson</c>, <c>json</c> or <c>csv</c>; null for ndjson.</summary>
    [JsonPropertyName("_format")]
    public string? Format { get; init; }
}
