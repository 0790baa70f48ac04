using System.Text.Json;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Outcomes;

/// <summary>The OperationOutcome resource.</summary>
/// <param name="Issues">At least one.</param>
public sealed record OperationOutcome(IReadOnlyList<OutcomeIssue> Issues)
{
    /// <summary>An outcome that only informs.</summary>
    public static OperationOutcome Informational(string diagnostics)
        => new([new OutcomeIssue(IssueSeverity.Information, IssueCode.Informational, diagnostics)]);

    public Resource ToResource() => JsonOutput.Write("OperationOutcome", json => json.WriteList("issue"u8, Issues, issue => WriteIssue(json, issue)));

    /// <summary>Reads an OperationOutcome, as a client does with a server's answer.</summary>
    /// <exception cref="OperationProblem">It is another resource.</exception>
    public static OperationOutcome Read(Resource resource)
        => new([.. resource.Require("OperationOutcome").Items("issue").Select(ReadIssue)]);

    /// <summary>What the server's answer means to a client: its HTTP status gives the kind.</summary>
    public OperationProblem ToProblem(ProblemKind kind) => new(kind, Issues);

    private static void WriteIssue(Utf8JsonWriter json, OutcomeIssue issue)
    {
        json.WriteStartObject();
        json.WriteString("severity"u8, issue.Severity);
        json.WriteString("code"u8, issue.Code);
        json.WriteString("diagnostics"u8, issue.Diagnostics);
        if (issue.Expression is not null)
        {
            json.WriteStartArray("expression"u8);
            json.WriteStringValue(issue.Expression);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // Other servers may speak in details.text only.
    private static OutcomeIssue ReadIssue(JsonElement issue) => new(
        issue.Text("severity") ?? IssueSeverity.Error,
        issue.Text("code") ?? IssueCode.Exception,
        issue.Text("diagnostics") ?? issue.Child("details")?.Text("text") ?? string.Empty,
        issue.Items("expression").Where(expression => expression.ValueKind == JsonValueKind.String).Select(expression => expression.GetString()).FirstOrDefault());
}
