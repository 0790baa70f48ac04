using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Cli.Output;

/// <summary>Expected failures in a person's words.</summary>
internal static class Failure
{
    /// <summary>The message, or null for a fault of this program (which should show its stack trace).</summary>
    public static string? Describe(Exception e) => e switch
    {
        OperationProblem problem => string.Join('\n', problem.Issues.Select(Line)),
        NodeUnavailableException or UsageException => e.Message,
        FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException or IOException => e.Message,
        _ => null,
    };

    private static string Line(OutcomeIssue issue)
        => issue.Expression is null ? issue.Diagnostics : $"{issue.Diagnostics} ({issue.Expression})";
}
