using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.Operations.Bulk;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Import;

/// <summary>An OperationOutcome for each line that was refused, and for each that was stored with a remark.</summary>
internal sealed class OutcomeFiles(string folder, long maxBytes, ImportCursor cursor) : IAsyncDisposable
{
    private const string LineExtension = "https://genomed-fhir.org/StructureDefinition/import-line";
    private readonly NdjsonFiles _errors = new(folder, maxBytes, cursor.Errors, only: "errors");
    private readonly NdjsonFiles _remarks = new(folder, maxBytes, cursor.Remarks, only: "remarks");

    public IReadOnlyList<NdjsonFile> Errors => _errors.Files;

    public IReadOnlyList<NdjsonFile> Remarks => _remarks.Files;

    public async ValueTask AppendAsync(string source, ImportLine line, CancellationToken cancellationToken)
    {
        if (line.Issues.Count > 0)
        {
            var outcome = Outcome(source, line);
            await (line.Write is null
                ? _errors.AppendAsync("errors", outcome, endsLine: false, null, cancellationToken)
                : _remarks.AppendAsync("remarks", outcome, endsLine: false, null, cancellationToken));
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _errors.FlushAsync(cancellationToken);
        await _remarks.FlushAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _errors.DisposeAsync();
        await _remarks.DisposeAsync();
    }

    private static ReadOnlyMemory<byte> Outcome(string source, ImportLine line) => JsonOutput.Write("OperationOutcome", json =>
    {
        json.WriteStartArray("extension"u8);
        json.WriteStartObject();
        json.WriteString("url"u8, LineExtension);
        json.WriteString("valueInteger64"u8, line.Number.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("issue"u8);
        foreach (var issue in line.Issues)
        {
            Write(json, issue, $"{source}, line {line.Number}: {issue.Diagnostics}");
        }

        json.WriteEndArray();
    }).Json;

    private static void Write(Utf8JsonWriter json, OutcomeIssue issue, string diagnostics)
    {
        json.WriteStartObject();
        json.WriteString("severity"u8, issue.Severity);
        json.WriteString("code"u8, issue.Code);
        json.WriteString("diagnostics"u8, diagnostics);
        if (issue.Expression is { } expression)
        {
            json.WriteStartArray("expression"u8);
            json.WriteStringValue(expression);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
