using System.Text.Json;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Shapes;

/// <summary>Writes the datatypes that the guides' resources are made of.</summary>
internal static class ResourceJson
{
    public const string ObservationCategory = "http://terminology.hl7.org/CodeSystem/observation-category";
    public const string Ucum = "http://unitsofmeasure.org";

    /// <summary>A CodeableConcept as the value of a property.</summary>
    public static void Concept(this Utf8JsonWriter json, ReadOnlySpan<byte> property, params IEnumerable<Coding> codings)
    {
        json.WritePropertyName(property);
        json.Concept(codings);
    }

    public static void Concept(this Utf8JsonWriter json, IEnumerable<Coding> codings)
    {
        json.WriteStartObject();
        json.Codings("coding"u8, codings);
        json.WriteEndObject();
    }

    public static void Codings(this Utf8JsonWriter json, ReadOnlySpan<byte> property, IEnumerable<Coding> codings)
    {
        json.WriteStartArray(property);
        foreach (var coding in codings)
        {
            json.WriteStartObject();
            json.WriteString("system"u8, coding.System);
            json.WriteString("code"u8, coding.Code);
            if (coding.Display is { } display)
            {
                json.WriteString("display"u8, display);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Reference(this Utf8JsonWriter json, ReadOnlySpan<byte> property, string reference)
    {
        json.WriteStartObject(property);
        json.WriteString("reference"u8, reference);
        json.WriteEndObject();
    }

    /// <summary>A Quantity; the source's own digits where they are known, since FHIR keeps a decimal's precision.</summary>
    public static void Quantity(this Utf8JsonWriter json, ReadOnlySpan<byte> property, double value, string? digits, string? unit)
    {
        json.WriteStartObject(property);
        json.WritePropertyName("value"u8);
        if (digits is null)
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteRawValue(digits, skipInputValidation: true);
        }

        if (unit is not null)
        {
            json.WriteString("unit"u8, unit);
            json.WriteString("system"u8, Ucum);
            json.WriteString("code"u8, unit);
        }

        json.WriteEndObject();
    }
}
