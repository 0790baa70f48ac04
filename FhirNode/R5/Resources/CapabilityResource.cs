using System.Text.Json;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>One <c>CapabilityStatement.rest.resource</c>.</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Interactions">Codes of http://hl7.org/fhir/restful-interaction: read, vread, update, ...</param>
public sealed record CapabilityResource(string Type, IReadOnlyList<string> Interactions)
{
    /// <summary>no-version, versioned, or versioned-update where updates must name the version.</summary>
    public string Versioning { get; init; } = "versioned";

    /// <summary>Whether history and old versions can be read.</summary>
    public bool ReadHistory { get; init; }

    /// <summary>Whether an update may create under the client's id.</summary>
    public bool UpdateCreate { get; init; }

    /// <summary>Whether a create may depend on a search (If-None-Exist).</summary>
    public bool ConditionalCreate { get; init; }

    /// <summary>not-supported, single or multiple; null where reads, updates and patches are never conditional either.</summary>
    public string? ConditionalDelete { get; init; }

    /// <summary>Codes of http://hl7.org/fhir/reference-handling-policy: literal, enforced, ...</summary>
    public IReadOnlyList<string> ReferencePolicy { get; init; } = [];

    public IReadOnlyList<string> SupportedProfiles { get; init; } = [];

    public IReadOnlyList<CapabilitySearchParameter> SearchParameters { get; init; } = [];

    /// <summary>What <c>_include</c> takes.</summary>
    public IReadOnlyList<string> Includes { get; init; } = [];

    /// <summary>What <c>_revinclude</c> takes.</summary>
    public IReadOnlyList<string> ReverseIncludes { get; init; } = [];

    public IReadOnlyList<CapabilityOperation> Operations { get; init; } = [];

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, Type);
        json.WriteList("supportedProfile"u8, SupportedProfiles, json.WriteStringValue);
        json.WriteList("interaction"u8, Interactions, json.WriteCodeObject);
        json.WriteString("versioning"u8, Versioning);
        json.WriteBoolean("readHistory"u8, ReadHistory);
        json.WriteBoolean("updateCreate"u8, UpdateCreate);
        json.WriteBoolean("conditionalCreate"u8, ConditionalCreate);
        WriteConditional(json);
        json.WriteList("referencePolicy"u8, ReferencePolicy, json.WriteStringValue);
        json.WriteList("searchInclude"u8, Includes, json.WriteStringValue);
        json.WriteList("searchRevInclude"u8, ReverseIncludes, json.WriteStringValue);
        json.WriteList("searchParam"u8, SearchParameters, parameter => parameter.WriteTo(json));
        json.WriteList("operation"u8, Operations, operation => operation.WriteTo(json));
        json.WriteEndObject();
    }

    private void WriteConditional(Utf8JsonWriter json)
    {
        if (ConditionalDelete is { } delete)
        {
            json.WriteString("conditionalRead"u8, "full-support"u8);
            json.WriteBoolean("conditionalUpdate"u8, true);
            json.WriteBoolean("conditionalPatch"u8, true);
            json.WriteString("conditionalDelete"u8, delete);
        }
    }
}
