using System.Text.Json;
using GenoMed.Fhir.Operations.Bulk;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Import;

/// <summary>What an import came to: counts by type, and the files that tell of lines refused or stored with a remark.</summary>
internal static class ImportManifest
{
    public static OperationFile Of(ImportCursor cursor, ImportRequest request, OperationContext context)
    {
        var bytes = JsonOutput.WriteValue(json => Write(json, cursor, request, context));
        return new OperationFile("application/json", async (output, cancellationToken) => await output.WriteAsync(bytes, cancellationToken)) { ResourceTypes = [] };
    }

    private static void Write(Utf8JsonWriter json, ImportCursor cursor, ImportRequest request, OperationContext context)
    {
        json.WriteStartObject();
        json.WriteString("transactionTime"u8, FhirInstant.Format(cursor.Started));
        json.WriteString("request"u8, context.RequestUrl);
        json.WriteBoolean("requiresAccessToken"u8, context.RequiresToken);
        json.WriteOptional("inputSource"u8, request.InputSource);
        json.WriteStartArray("output"u8);
        foreach (var (type, count) in cursor.Stored.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type);
            json.WriteNumber("count"u8, count);
            Write(json, cursor.Counts.GetValueOrDefault(type) ?? ImportCounts.None);
            json.WriteEndObject();
        }

        Files(json, cursor.Remarks, context.Job!);
        json.WriteEndArray();
        json.WriteStartArray("error"u8);
        Files(json, cursor.Errors, context.Job!);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImportCounts counts)
    {
        json.WriteNumber("created"u8, counts.Created);
        json.WriteNumber("updated"u8, counts.Updated);
        json.WriteNumber("unchanged"u8, counts.Unchanged);
    }

    private static void Files(Utf8JsonWriter json, IReadOnlyList<NdjsonFile> files, JobWorkspace job)
    {
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "OperationOutcome"u8);
            json.WriteString("url"u8, job.UrlOf(file.Name));
            json.WriteNumber("count"u8, file.Count);
            json.WriteEndObject();
        }
    }
}
