using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.R5.Subsets;

/// <summary><c>_summary=true</c>: the elements that the definitions mark as summary, inside nested structures too.</summary>
public sealed class SummarySubset : ResourceSubset
{
    private protected override bool Keeps(TypeDefinition type, ElementDefinition element) => element.IsSummary;

    private protected override void WriteValue(Utf8JsonWriter json, JsonProperty property, PropertyDefinition definition)
    {
        // Only structures that a resource defines itself mark their parts; a datatype is a whole.
        if (definition.Element.Children is not { } structure)
        {
            property.WriteTo(json);
            return;
        }

        json.WritePropertyName(property.Name);
        WriteStructure(json, property.Value, structure);
    }

    private static void WriteStructure(Utf8JsonWriter json, JsonElement value, ElementTable structure)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    WriteStructure(json, item, structure);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.Object:
                WriteObject(json, value, structure);
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter json, JsonElement value, ElementTable structure)
    {
        json.WriteStartObject();
        foreach (var property in value.EnumerateObject())
        {
            if (structure.Property(property.Name.TrimStart('_')) is not { } definition || !(definition.Element.IsSummary || definition.Element.Min > 0 || definition.Element.IsModifier))
            {
                continue;
            }

            json.WritePropertyName(property.Name);
            if (definition.Element.Children is { } nested)
            {
                WriteStructure(json, property.Value, nested);
            }
            else
            {
                property.Value.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }
}
