using System.Text.Json;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.R5.Resources;

public sealed partial record FhirTask
{
    public Resource ToResource() => JsonOutput.Write("Task", json =>
    {
        json.WriteOptional("id"u8, Id);
        json.WriteOptional("instantiatesUri"u8, InstantiatesUri);
        WriteGroup(json);
        WritePartOf(json);
        json.WriteString("status"u8, Status);
        WriteReason(json);
        WriteConcept(json, "businessStatus"u8, BusinessStatus);
        json.WriteString("intent"u8, "order"u8);
        Code?.WriteConceptTo(json, "code"u8);
        json.WriteOptional("description"u8, Description);
        WriteReference(json, "focus"u8, Focus);
        json.WriteOptional("authoredOn"u8, AuthoredOn is { } authored ? FhirInstant.Format(authored) : null);
        json.WriteOptional("lastModified"u8, LastModified is { } modified ? FhirInstant.Format(modified) : null);
        WriteReference(json, "requester"u8, Requester);
        json.WriteList("input"u8, Input, input => input.WriteTo(json));
        json.WriteList("output"u8, Output, output => output.WriteTo(json));
    });

    private void WriteGroup(Utf8JsonWriter json)
    {
        if (GroupIdentifier is { } group)
        {
            json.WriteStartObject("groupIdentifier"u8);
            json.WriteString("system"u8, group.System);
            json.WriteString("value"u8, group.Value);
            json.WriteEndObject();
        }
    }

    private void WritePartOf(Utf8JsonWriter json)
    {
        if (PartOf is not null)
        {
            json.WriteStartArray("partOf"u8);
            WriteReferenceObject(json, PartOf);
            json.WriteEndArray();
        }
    }

    // statusReason is a CodeableReference.
    private void WriteReason(Utf8JsonWriter json)
    {
        if (StatusReason is not null)
        {
            json.WriteStartObject("statusReason"u8);
            WriteConcept(json, "concept"u8, StatusReason);
            json.WriteEndObject();
        }
    }

    private static void WriteConcept(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            json.WriteStartObject(name);
            json.WriteString("text"u8, text);
            json.WriteEndObject();
        }
    }

    private static void WriteReference(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? reference)
    {
        if (reference is not null)
        {
            json.WritePropertyName(name);
            WriteReferenceObject(json, reference);
        }
    }

    private static void WriteReferenceObject(Utf8JsonWriter json, string reference)
    {
        json.WriteStartObject();
        json.WriteString("reference"u8, reference);
        json.WriteEndObject();
    }
}
