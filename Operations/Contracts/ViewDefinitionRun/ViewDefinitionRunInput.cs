using System.Text.Json.Serialization;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Contracts.ViewDefinitionRun;

/// <summary>What <c>$viewdefinition-run</c> takes. One of the first three names the view, where the URL does not.</summary>
public sealed record ViewDefinitionRunInput
{
    /// <summary>The ViewDefinition.</summary>
    public Resource? ViewResource { get; init; }

    /// <summary><c>ViewDefinition/id</c> of an installed one, or its canonical URL.</summary>
    public string? ViewReference { get; init; }

    /// <summary>The canonical URL of an installed one.</summary>
    public string? ViewCanonical { get; init; }

    /// <summary><c>ndjson</c>, <c>json</c> or <c>csv</c>; null for what Accept says, else ndjson.</summary>
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

    /// <summary>The most rows.</summary>
    [JsonPropertyName("_limit")]
    public int? Limit { get; init; }

    /// <summary>Not supported.</summary>
    public string? Source { get; init; }

    /// <summary>Resources to run over instead of the node's.</summary>
    [JsonPropertyName("resource")]
    public IReadOnlyList<Resource> Resources { get; init; } = [];
}
