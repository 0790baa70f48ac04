using GenoMed.Fhir.Node.Operations;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>Runs one job from its start to its durable end.</summary>
internal sealed partial class JobRunner(JobStore store, JobTable table, JobBodies bodies, JobWorkspaces workspaces, OperationRunner operations, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<JobRunner> logger)
{
    // A job that ends sooner never shows as in-progress in the store: that saves a short job a third of its commits.
    private static readonly TimeSpan ShortJob = TimeSpan.FromMilliseconds(250);

    /// <returns>False when the node stops before the job has ended.</returns>
    public async Task<bool> RunAsync(Job job)
    {
        job.IsRunningHere = true;
        var started = time.GetTimestamp();
        var work = OutcomeAsync(job);
        try
        {
            if (await Task.WhenAny(work, Task.Delay(ShortJob, time)) != work && !await store.TryBeginAsync(job))
            {
                job.Cancel();
            }

            if (await work is { } outcome)
            {
                await EndAsync(job, outcome, started);
            }

            return await work is not null;
        }
        catch (Exception e)
        {
            job.Finish(Unexpected(job, e));
            return true;
        }
        finally
        {
            await work;
            Leave(job);
        }
    }

    private async Task EndAsync(Job job, JobOutcome outcome, long started)
    {
        if (await store.TryEndAsync(job.Task, job.Version, outcome))
        {
            await CleanAsync(job, outcome);
            LogEnded(logger, job.Id, job.Code, job.Caller.ClientId, outcome.Status, (long)time.GetElapsedTime(started).TotalMilliseconds);
            job.Finish(outcome);
        }
        else
        {
            // Another process cancelled it or took it over: what the store says of it is what counts.
            LogLost(logger, job.Id, job.Code);
            job.IsRunningHere = false;
        }
    }

    // A job that was lost stays in the table: whoever waits for it learns its end from the store.
    private void Leave(Job job)
    {
        if (job.IsRunningHere)
        {
            job.Finish(JobOutcome.Interrupted());
            table.Remove(job);
        }
    }

    // The files of a job that did not complete are of no use; the cursor of one that has ended is none.
    private async Task CleanAsync(Job job, JobOutcome outcome)
    {
        bodies.Delete(job.Id);
        if (job.Request.Operation is IJobOperation)
        {
            await workspaces.ForgetCursorAsync(job.Id);
            if (outcome.TaskStatus != TaskStatusCode.Completed)
            {
                workspaces.Delete(job.Id);
            }
        }
    }

    private async Task<OperationRequest> RequestAsync(Job job, CancellationToken cancellationToken)
        => job.Request.Operation is IJobOperation ? job.Request with { Workspace = await workspaces.OpenAsync(job.Id, cancellationToken) } : job.Request;

    /// <summary>Null when the node stops: the Task stays unfinished, and the next start deals with it.</summary>
    private async Task<JobOutcome?> OutcomeAsync(Job job)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(job.Cancelled, lifetime.ApplicationStopping);
        try
        {
            return JobOutcome.Completed(await JobContent.OfAsync(await operations.RunAsync(await RequestAsync(job, either.Token), job, either.Token), either.Token));
        }
        catch (OperationProblem problem)
        {
            return JobOutcome.Failed(problem);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return job.Cancelled.IsCancellationRequested ? JobOutcome.Cancelled() : null;
        }
        catch (Exception e)
        {
            return Unexpected(job, e);
        }
    }

    private JobOutcome Unexpected(Job job, Exception fault)
    {
        var reference = Guid.NewGuid().ToString("N");
        LogUnexpected(logger, fault, reference, job.Id, job.Code);
        return JobOutcome.Unexpected(reference);
    }

    [LoggerMessage(13, LogLevel.Information, "Job {JobId} of {Operation} for {ClientId} ended as {Status} after {Milliseconds} ms")]
    private static partial void LogEnded(ILogger logger, string jobId, string operation, string clientId, int status, long milliseconds);

    [LoggerMessage(19, LogLevel.Warning, "Job {JobId} of {Operation} was cancelled at another process or taken over by it")]
    private static partial void LogLost(ILogger logger, string jobId, string operation);

    [LoggerMessage(10, LogLevel.Error, "Job failed, reference {Reference}: {JobId} of {Operation}")]
    private static partial void LogUnexpected(ILogger logger, Exception fault, string reference, string jobId, string operation);
}
