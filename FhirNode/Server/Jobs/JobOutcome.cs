using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>How a job ended.</summary>
/// <param name="Status">The HTTP status that the operation would have had if it had been called at once.</param>
/// <param name="Content">The result, or an OperationOutcome.</param>
/// <param name="TaskStatus">A code of <see cref="TaskStatusCode"/>.</param>
/// <param name="Reason">Why it failed, for a person.</param>
internal sealed record JobOutcome(int Status, JobContent Content, string TaskStatus, string? Reason)
{
    public static JobOutcome Completed(JobContent result) => new(200, result, TaskStatusCode.Completed, null);

    public static JobOutcome Failed(OperationProblem problem)
        => new((int)problem.Kind, JobContent.Of(new OperationOutcome(problem.Issues).ToResource()), TaskStatusCode.Failed, problem.Message);

    public static JobOutcome Unexpected(string reference) => Failed(500, IssueCode.Exception, $"The operation failed; the node's log has the details under {reference}.");

    public static JobOutcome Interrupted() => Failed(500, IssueCode.Exception, "The job was interrupted by a restart of the node; send it again.");

    public static JobOutcome GivenUp(int times) => Failed(500, IssueCode.Exception,
        $"The job was interrupted by a restart of the node {times + 1} times; it may be what ends the node, and is not tried again. The node's log tells how it ended. Send the job again if it is not to blame.");

    public static JobOutcome Cancelled() => Failed(410, IssueCode.Informational, "The job was cancelled by its client.") with { TaskStatus = TaskStatusCode.Cancelled };

    private static JobOutcome Failed(int status, string code, string text)
        => new(status, JobContent.Of(new OperationOutcome([new OutcomeIssue(IssueSeverity.Error, code, text)]).ToResource()), TaskStatusCode.Failed, text);
}
