using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.R5.Resources;

public sealed partial class FhirValue
{
    public static FhirValue String(string value) => Text("string", value);

    public static FhirValue Code(string value) => Text("code", value);

    public static FhirValue Id(string value) => Text("id", value);

    public static FhirValue Uri(string value) => Text("uri", value);

    public static FhirValue Url(string value) => Text("url", value);

    public static FhirValue Canonical(string value) => Text("canonical", value);

    public static FhirValue Markdown(string value) => Text("markdown", value);

    public static FhirValue Instant(DateTimeOffset value) => Text("instant", FhirInstant.Format(value));

    public static FhirValue DateTime(DateTimeOffset value) => Text("dateTime", FhirInstant.Format(value));

    public static FhirValue Integer(int value) => Of("integer", json => json.WriteNumberValue(value));

    /// <summary>JSON carries integer64 as a string, since a double cannot hold it.</summary>
    public static FhirValue Integer64(long value) => Text("integer64", value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static FhirValue Decimal(decimal value) => Of("decimal", json => json.WriteNumberValue(value));

    /// <summary>A finite double, with the digits that give the same double back.</summary>
    public static FhirValue Decimal(double value) => Of("decimal", json => json.WriteNumberValue(value));

    public static FhirValue Boolean(bool value) => Of("boolean", json => json.WriteBooleanValue(value));

    public static FhirValue Base64(ReadOnlySpan<byte> value)
    {
        var json = new byte[Base64Length(value.Length) + 2];
        json[0] = json[^1] = (byte)'"';
        var status = System.Buffers.Text.Base64.EncodeToUtf8(value, json.AsSpan(1), out _, out _);
        return status == OperationStatus.Done ? new FhirValue("base64Binary", json) : throw new InvalidOperationException($"Base64: {status}.");
    }

    /// <param name="reference">Such as <c>Patient/1</c>.</param>
    /// <param name="display">Text for a person.</param>
    public static FhirValue Reference(string reference, string? display = null) => Object("Reference", json =>
    {
        json.WriteString("reference"u8, reference);
        json.WriteOptional("display"u8, display);
    });

    public static FhirValue Coding(FhirCoding coding) => Of("Coding", coding.WriteTo);

    public static FhirValue CodeableConcept(FhirCoding coding) => Object("CodeableConcept", json =>
    {
        json.WriteStartArray("coding"u8);
        coding.WriteTo(json);
        json.WriteEndArray();
    });

    public static FhirValue Identifier(string system, string value) => Object("Identifier", json =>
    {
        json.WriteString("system"u8, system);
        json.WriteString("value"u8, value);
    });

    /// <summary>A quantity in a UCUM unit.</summary>
    public static FhirValue Quantity(decimal value, string ucum, string? unit = null) => Object("Quantity", json =>
    {
        json.WriteNumber("value"u8, value);
        json.WriteString("unit"u8, unit ?? ucum);
        json.WriteString("system"u8, "http://unitsofmeasure.org"u8);
        json.WriteString("code"u8, ucum);
    });

    /// <summary>A value of any complex type: <paramref name="body"/> writes the properties.</summary>
    public static FhirValue Object(string type, Action<Utf8JsonWriter> body) => Of(type, json =>
    {
        json.WriteStartObject();
        body(json);
        json.WriteEndObject();
    });

    private static int Base64Length(int bytes) => System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes);

    private static FhirValue Text(string type, string value) => Of(type, json => json.WriteStringValue(value));

    private static FhirValue Of(string type, Action<Utf8JsonWriter> write) => new(type, JsonOutput.WriteValue(write));
}
