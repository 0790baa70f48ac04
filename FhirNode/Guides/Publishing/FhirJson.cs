using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>Parts of the resources that describe a set.</summary>
internal static class FhirJson
{
    public const string Canonical = "https://genomed-fhir.org";

    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A resource of a synthetic set: its label and tag, then the properties that have a value.</summary>
    public static Resource Resource(string type, string id, string? profile, params IEnumerable<(string Name, JsonNode? Value)> properties)
    {
        var meta = new JsonObject { ["security"] = new JsonArray(Coding(Invented.Label)), ["tag"] = new JsonArray(Coding(Synthetic.Tag)) };
        if (profile is not null)
        {
            meta.Insert(0, "profile", new JsonArray(profile));
        }

        var resource = new JsonObject { ["resourceType"] = type, ["id"] = id, ["meta"] = meta };
        foreach (var (name, value) in properties.Where(property => property.Value is not null))
        {
            resource[name] = value;
        }

        return R5.Resources.Resource.FromTrusted(JsonSerializer.SerializeToUtf8Bytes(resource, Writing));
    }

    public static JsonObject Coding(Coding coding) => Coding(coding.System, coding.Code, coding.Display);

    public static JsonObject Coding(string system, string code, string? display = null)
    {
        var json = new JsonObject { ["system"] = system, ["code"] = code };
        if (display is not null)
        {
            json["display"] = display;
        }

        return json;
    }

    public static JsonObject Concept(params IEnumerable<JsonObject> codings) => new() { ["coding"] = new JsonArray([.. codings]) };

    public static JsonObject Identifier(string system, string value) => new() { ["system"] = $"{Canonical}/NamingSystem/{system}", ["value"] = value };

    public static JsonObject Reference(string reference) => new() { ["reference"] = reference };

    public static JsonObject Inline<T>(string title, T value) => new()
    {
        ["contentType"] = "application/json",
        ["data"] = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(value, JsonSerializerOptions.Web)),
        ["title"] = title,
    };
}
