using System.Text.Json;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>A Coding.</summary>
/// <param name="System">URL of the code system.</param>
/// <param name="Code">The code in it.</param>
/// <param name="Display">Its text for a person.</param>
public sealed record FhirCoding(string? System, string Code, string? Display = null)
{
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteOptional("system"u8, System);
        json.WriteString("code"u8, Code);
        json.WriteOptional("display"u8, Display);
        json.WriteEndObject();
    }

    /// <summary>Writes a CodeableConcept of this coding alone.</summary>
    public void WriteConceptTo(Utf8JsonWriter json, ReadOnlySpan<byte> name)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("coding"u8);
        WriteTo(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads a Coding; null where it has no code.</summary>
    public static FhirCoding? Read(JsonElement coding)
        => coding.Text("code") is { } code ? new FhirCoding(coding.Text("system"), code, coding.Text("display")) : null;

    /// <summary>The first coding with a code of a CodeableConcept property, or null.</summary>
    public static FhirCoding? ReadConcept(JsonElement parent, string name)
        => parent.Child(name)?.Items("coding").Select(Read).FirstOrDefault(coding => coding is not null);
}
