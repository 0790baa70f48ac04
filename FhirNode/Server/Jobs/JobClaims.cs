using Microsoft.Extensions.Logging;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>
/// What a process does with a job that Quartz gives it: its own it runs; one that another process took it runs from the
/// store; one that was running in a process that died it runs again or fails, as its operation allows.
/// </summary>
internal sealed partial class JobClaims(JobStore store, JobTable table, JobLoader loader, JobFailure failure, ILogger<JobClaims> logger)
{
    /// <param name="id">The job.</param>
    /// <param name="again">Whether it was running elsewhere before.</param>
    /// <param name="cancellationToken">Set when the node stops.</param>
    /// <returns>The job to run, or null where there is nothing to run any more.</returns>
    public async Task<Job?> TakeAsync(string id, bool again, CancellationToken cancellationToken)
    {
        var known = table.Find(id);
        if (known is not null && !again)
        {
            return known;
        }

        if (await store.FindAsync(id, cancellationToken) is not { HasEnded: false } record)
        {
            return null;
        }

        if (again && JobResources.Resumptions(record.Task) is var times and >= JobLoader.MostResumptions)
        {
            await FailAsync(record, JobOutcome.GivenUp(times));
            return null;
        }

        var job = known ?? await loader.LoadAsync(again ? record with { Task = JobResources.Resumed(record.Task) } : record, cancellationToken);
        if (job is null || (again && !JobLoader.IsRepeatable(job.Request.Operation)))
        {
            await FailAsync(record, JobOutcome.Interrupted());
            return null;
        }

        job.Version = record.Version;
        table.Take(job);
        return again ? await ClaimAsync(job) : job;
    }

    // The process that was thought dead may only be slow: its end is then refused, since the Task has changed.
    private async Task<Job?> ClaimAsync(Job job)
    {
        if (!await store.TryBeginAsync(job))
        {
            table.Remove(job);
            return null;
        }

        LogAgain(logger, job.Id, job.Code);
        return job;
    }

    private async Task FailAsync(JobRecord record, JobOutcome outcome)
    {
        if (await failure.EndAsync(record, outcome))
        {
            LogFailed(logger, record.Task.Id!, record.Task.Code?.Code);
        }
    }

    [LoggerMessage(16, LogLevel.Warning, "Job {JobId} of {Operation} was interrupted in another process and runs again here")]
    private static partial void LogAgain(ILogger logger, string jobId, string operation);

    [LoggerMessage(17, LogLevel.Warning, "Job {JobId} of {Operation} was interrupted in another process, or cannot run here, and failed")]
    private static partial void LogFailed(ILogger logger, string jobId, string? operation);
}
