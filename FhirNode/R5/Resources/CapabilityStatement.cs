using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>The CapabilityStatement of a running server (<c>kind=instance</c>).</summary>
/// <param name="Url">The server's base, such as <c>http://127.0.0.1:8080/fhir</c>.</param>
/// <param name="Software">Name of the product.</param>
/// <param name="Version">Its version.</param>
/// <param name="Date">When the server's abilities last changed: its start.</param>
/// <param name="Description">Which server this is.</param>
/// <param name="Resources">What it does with each resource type.</param>
public sealed record CapabilityStatement(string Url, string Software, string Version, DateTimeOffset Date, string Description, IReadOnlyList<CapabilityResource> Resources)
{
    private static readonly FhirCoding SmartOnFhir = new("http://terminology.hl7.org/CodeSystem/restful-security-service", "SMART-on-FHIR");

    /// <summary>System-level codes: transaction, batch, history-system, search-system.</summary>
    public IReadOnlyList<string> Interactions { get; init; } = [];

    /// <summary>System-level operations.</summary>
    public IReadOnlyList<CapabilityOperation> Operations { get; init; } = [];

    public IReadOnlyList<string> Formats { get; init; } = ["application/fhir+json", "json"];

    /// <summary>Media types of patches.</summary>
    public IReadOnlyList<string> PatchFormats { get; init; } = [];

    /// <summary>Canonical URLs of the capability statements that it implements.</summary>
    public IReadOnlyList<string> Instantiates { get; init; } = [];

    /// <summary>Where clients get the SMART token that requests need; null where none is needed.</summary>
    public string? TokenUrl { get; init; }

    /// <summary>Which requests need one, where not all do.</summary>
    public string? Security { get; init; }

    public Resource ToResource() => JsonOutput.Write("CapabilityStatement", json =>
    {
        json.WriteString("status"u8, "active"u8);
        json.WriteString("date"u8, FhirInstant.Format(Date));
        json.WriteString("kind"u8, "instance"u8);
        json.WriteList("instantiates"u8, Instantiates, json.WriteStringValue);
        WriteSoftware(json);
        json.WriteString("fhirVersion"u8, R5Definitions.Instance.FhirVersion);
        json.WriteList("format"u8, Formats, json.WriteStringValue);
        json.WriteList("patchFormat"u8, PatchFormats, json.WriteStringValue);
        json.WriteStartArray("rest"u8);
        WriteRest(json);
        json.WriteEndArray();
    });

    private void WriteSoftware(Utf8JsonWriter json)
    {
        json.WriteStartObject("software"u8);
        json.WriteString("name"u8, Software);
        json.WriteString("version"u8, Version);
        json.WriteEndObject();
        json.WriteStartObject("implementation"u8);
        json.WriteString("description"u8, Description);
        json.WriteString("url"u8, Url);
        json.WriteEndObject();
    }

    private void WriteRest(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("mode"u8, "server"u8);
        WriteSecurity(json);
        json.WriteList("resource"u8, Resources, resource => resource.WriteTo(json));
        json.WriteList("interaction"u8, Interactions, json.WriteCodeObject);
        json.WriteList("operation"u8, Operations, operation => operation.WriteTo(json));
        json.WriteEndObject();
    }

    private void WriteSecurity(Utf8JsonWriter json)
    {
        if (TokenUrl is null)
        {
            return;
        }

        json.WriteStartObject("security"u8);
        WriteTokenUrl(json, TokenUrl);
        json.WriteStartArray("service"u8);
        json.WriteStartObject();
        json.WriteList("coding"u8, [SmartOnFhir], coding => coding.WriteTo(json));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteOptional("description"u8, Security);
        json.WriteEndObject();
    }

    /// <summary>SMART App Launch 1.0, "Declaring support for OAuth2 endpoints": some clients look here before <c>.well-known/smart-configuration</c>.</summary>
    private static void WriteTokenUrl(Utf8JsonWriter json, string url)
    {
        json.WriteStartArray("extension"u8);
        json.WriteStartObject();
        json.WriteString("url"u8, "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris"u8);
        json.WriteStartArray("extension"u8);
        json.WriteStartObject();
        json.WriteString("url"u8, "token"u8);
        json.WriteString("valueUri"u8, url);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
