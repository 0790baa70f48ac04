using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Subsets;

/// <summary>
/// A part of a resource, as <c>_summary</c> and <c>_elements</c> ask for it (R5 search.html, "Summary" and "Elements"). It
/// keeps what is mandatory and what modifies meaning, and carries the tag SUBSETTED, so that nobody takes it for the whole.
/// </summary>
public abstract class ResourceSubset
{
    private static readonly FhirCoding Subsetted = new("http://terminology.hl7.org/CodeSystem/v3-ObservationValue", "SUBSETTED");

    /// <summary>The part of a resource.</summary>
    public Resource Apply(Resource resource)
    {
        var type = R5Definitions.Instance.Type(resource.ResourceType);
        return type is null ? resource : Resource.FromTrusted(JsonOutput.WriteValue(json => Write(json, resource, type)));
    }

    /// <summary>Whether a top-level element stays.</summary>
    private protected abstract bool Keeps(TypeDefinition type, ElementDefinition element);

    /// <summary>Writes the value of an element that stays.</summary>
    private protected virtual void WriteValue(Utf8JsonWriter json, JsonProperty property, PropertyDefinition definition) => property.WriteTo(json);

    private static bool IsAlways(string name) => name is "resourceType" or "id";

    private void Write(Utf8JsonWriter json, Resource resource, TypeDefinition type)
    {
        json.WriteStartObject();
        var hasMeta = resource.Element.TryGetProperty("meta", out _);
        foreach (var property in resource.Element.EnumerateObject())
        {
            if (property.NameEquals("meta"))
            {
                WriteMeta(json, property.Value);
            }
            else if (IsAlways(property.Name))
            {
                property.WriteTo(json);
            }
            else if (type.Children.Property(property.Name.TrimStart('_')) is { } definition && Stays(type, definition.Element))
            {
                WriteValue(json, property, definition);
            }
        }

        if (!hasMeta)
        {
            WriteMeta(json, default);
        }

        json.WriteEndObject();
    }

    private bool Stays(TypeDefinition type, ElementDefinition element) => element.Min > 0 || element.IsModifier || Keeps(type, element);

    private static void WriteMeta(Utf8JsonWriter json, JsonElement meta)
    {
        json.WriteStartObject("meta"u8);
        foreach (var property in meta.ValueKind == JsonValueKind.Object ? meta.EnumerateObject() : default)
        {
            if (!property.NameEquals("tag"))
            {
                property.WriteTo(json);
            }
        }

        json.WriteStartArray("tag"u8);
        foreach (var tag in meta.Items("tag"))
        {
            tag.WriteTo(json);
        }

        Subsetted.WriteTo(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
