using System.Globalization;
using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>Turns a node's refusal back into the problem that it was.</summary>
internal static class OutcomeReader
{
    /// <summary>The problem of an answer with a status of 400 or more.</summary>
    /// <param name="node">The node's name.</param>
    /// <param name="status">The HTTP status, of the answer or of a Bundle's entry.</param>
    /// <param name="body">The OperationOutcome, where there is one.</param>
    public static Exception Problem(string node, int status, Resource? body)
    {
        var issues = body?.ResourceType == "OperationOutcome" ? Issues(body.Element) : [];
        if (status >= 500 || issues.Count == 0 || !Enum.IsDefined((ProblemKind)status))
        {
            var told = issues.Count == 0 ? "" : $": {string.Join("; ", issues.Select(issue => issue.Diagnostics))}";
            return new NodeUnavailableException(node, $"answered {status.ToString(CultureInfo.InvariantCulture)}{told}");
        }

        return new OperationProblem((ProblemKind)status, issues);
    }

    private static List<OutcomeIssue> Issues(JsonElement outcome)
        => outcome.TryGetProperty("issue", out var issues) && issues.ValueKind == JsonValueKind.Array
            ? [.. issues.EnumerateArray().Select(Issue)]
            : [];

    private static OutcomeIssue Issue(JsonElement issue) => new(
        Text(issue, "severity") ?? IssueSeverity.Error,
        Text(issue, "code") ?? IssueCode.Exception,
        Text(issue, "diagnostics") ?? Details(issue) ?? "no diagnostics",
        issue.TryGetProperty("expression", out var expressions) && expressions.GetArrayLength() > 0 ? expressions[0].GetString() : null);

    private static string? Details(JsonElement issue)
        => issue.TryGetProperty("details", out var details) ? Text(details, "text") : null;

    private static string? Text(JsonElement element, string property)
        => element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
