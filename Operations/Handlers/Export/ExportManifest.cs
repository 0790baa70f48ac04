using System.Text.Json;
using GenoMed.Fhir.Operations.Bulk;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Export;

/// <summary>The manifest of a finished export (Bulk Data guide, "Response - Output Manifest").</summary>
internal static class ExportManifest
{
    public static OperationFile Of(ExportCursor cursor, OperationContext context)
    {
        var bytes = JsonOutput.WriteValue(json => Write(json, cursor, context));
        return new OperationFile("application/json", async (output, cancellationToken) => await output.WriteAsync(bytes, cancellationToken)) { ResourceTypes = [] };
    }

    private static void Write(Utf8JsonWriter json, ExportCursor cursor, OperationContext context)
    {
        json.WriteStartObject();
        json.WriteString("transactionTime"u8, FhirInstant.Format(cursor.TransactionTime));
        json.WriteString("request"u8, context.RequestUrl);
        json.WriteBoolean("requiresAccessToken"u8, context.RequiresToken);
        Files(json, "output", cursor.Files.Where(file => file.Type != ExportJob.DeletedFiles), file => file.Type, context.Job!);
        Files(json, "deleted", cursor.Files.Where(file => file.Type == ExportJob.DeletedFiles), _ => "Bundle", context.Job!);
        Files(json, "error", [], _ => "OperationOutcome", context.Job!);
        json.WriteEndObject();
    }

    private static void Files(Utf8JsonWriter json, string name, IEnumerable<NdjsonFile> files, Func<NdjsonFile, string> type, JobWorkspace job)
    {
        json.WriteStartArray(name);
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type(file));
            json.WriteString("url"u8, job.UrlOf(file.Name));
            json.WriteNumber("count"u8, file.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
