using GenoMed.Fhir.Manager.Experiments;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.R5.Outcomes;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Manager;

/// <summary>Expected failures in a person's words.</summary>
public static class Failure
{
    /// <summary>The message, or null for a fault of this program (which should show its stack trace).</summary>
    public static string? Describe(Exception e) => e switch
    {
        OperationProblem problem => string.Join('\n', problem.Issues.Select(Line)),
        RunFailedException => e.Message,
        OptionsValidationException options => string.Join('\n', options.Failures),
        NodeUnavailableException or IOException or InvalidDataException or UnauthorizedAccessException => e.Message,
        _ => null,
    };

    private static string Line(OutcomeIssue issue)
        => issue.Expression is null ? issue.Diagnostics : $"{issue.Diagnostics} ({issue.Expression})";
}
