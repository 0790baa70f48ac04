using System.Buffers;
using System.Text;
using System.Text.Json;
using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Audit;

/// <summary>An <see cref="AuditRecord"/> as an R5 AuditEvent after the patterns of IHE BALP (category rest, code the interaction).</summary>
internal static class AuditEventWriter
{
    private const string Terminology = "http://terminology.hl7.org/CodeSystem/";
    private static readonly FhirCoding Rest = new(Terminology + "audit-event-type", "rest");
    private const string Interactions = "http://hl7.org/fhir/restful-interaction";

    public static ReadOnlyMemory<byte> Write(AuditRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>(768);
        using var json = new Utf8JsonWriter(buffer, JsonOutput.Options);
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "AuditEvent"u8);
        json.WriteStartArray("category"u8);
        WriteConcept(json, Rest);
        json.WriteEndArray();
        new FhirCoding(Interactions, Code(record.Target?.Interaction, record.Target?.ResourceType)).WriteConceptTo(json, "code"u8);
        json.WriteString("action"u8, Action(record.Method, record.Target?.Interaction));
        json.WriteString("occurredDateTime"u8, FhirInstant.Format(record.Occurred));
        json.WriteString("recorded"u8, FhirInstant.Format(record.Occurred));
        WriteOutcome(json, record.Status);
        WriteAgent(json, record);
        WriteSource(json, record);
        WriteEntity(json, record);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteConcept(Utf8JsonWriter json, FhirCoding coding)
    {
        json.WriteStartObject();
        json.WriteStartArray("coding"u8);
        coding.WriteTo(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // 0 success, 4 minor failure (the client's), 8 serious failure (the server's).
    private static void WriteOutcome(Utf8JsonWriter json, int status)
    {
        json.WriteStartObject("outcome"u8);
        json.WritePropertyName("code"u8);
        new FhirCoding(Terminology + "audit-event-outcome", status < 400 ? "0" : status < 500 ? "4" : "8").WriteTo(json);
        json.WriteStartArray("detail"u8);
        json.WriteStartObject();
        json.WriteString("text"u8, $"HTTP {status}");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAgent(Utf8JsonWriter json, AuditRecord record)
    {
        json.WriteStartArray("agent"u8);
        json.WriteStartObject();
        json.WriteStartObject("who"u8);
        json.WriteStartObject("identifier"u8);
        json.WriteString("value"u8, record.Client);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteBoolean("requestor"u8, true);
        json.WriteOptional("networkString"u8, record.Address);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteSource(Utf8JsonWriter json, AuditRecord record)
    {
        json.WriteStartObject("source"u8);
        json.WriteStartObject("observer"u8);
        json.WriteString("display"u8, record.Node);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // R5: a query is kept in base64, exactly as it was sent.
    private static void WriteEntity(Utf8JsonWriter json, AuditRecord record)
    {
        json.WriteStartArray("entity"u8);
        json.WriteStartObject();
        if (record.Target is { ResourceType: { } type, Id: { } id })
        {
            json.WriteStartObject("what"u8);
            json.WriteString("reference"u8, $"{type}/{id}");
            json.WriteEndObject();
        }

        json.WriteBase64String("query"u8, Encoding.UTF8.GetBytes($"{record.Method} {record.Url}"));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Code(Interaction? interaction, string? resourceType) => interaction switch
    {
        Interaction.Capabilities => "capabilities",
        Interaction.Read => "read",
        Interaction.VRead => "vread",
        Interaction.Create => "create",
        Interaction.Update => "update",
        Interaction.Patch => "patch",
        Interaction.Delete => "delete",
        Interaction.Search => resourceType is null ? "search-system" : "search-type",
        Interaction.HistoryInstance => "history-instance",
        Interaction.HistoryType => "history-type",
        Interaction.HistorySystem => "history-system",
        Interaction.Bundle => "transaction",
        _ => "operation",
    };

    private static string Action(string method, Interaction? interaction) => interaction switch
    {
        Interaction.Create => "C",
        Interaction.Update or Interaction.Patch => "U",
        Interaction.Delete => "D",
        Interaction.Bundle or Interaction.Operation or Interaction.JobCancel => "E",
        Interaction.Search or Interaction.HistoryType or Interaction.HistorySystem => "E",
        _ => method is "GET" or "HEAD" ? "R" : "E",
    };
}
