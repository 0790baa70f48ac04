using GenoMed.Fhir.Node.Options;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>
/// After a restart, deals with the jobs that had not ended: an operation that changes nothing here
/// (<c>affectsState</c> false) or can be resumed runs again from its stored input; any other fails with the reason in its
/// Task. Of a shared store, other processes may run them: there Quartz hands on the jobs of a process that died, and only
/// jobs that Quartz has not got either are dealt with here.
/// </summary>
internal sealed partial class JobRecovery(JobStore store, JobScheduler scheduler, JobLoader loader, JobFailure failure, IOptions<NodeOptions> options, TimeProvider time, ILogger<JobRecovery> logger) : IHostedService
{
    // Another process may be about to hand the job to Quartz.
    private static readonly TimeSpan HandOver = TimeSpan.FromMinutes(1);

    /// <summary>Ends before the server listens, so that it never meets a job of this process.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var record in await store.UnfinishedAsync(cancellationToken))
        {
            if (!options.Value.Store.IsShared)
            {
                await RecoverAsync(record, cancellationToken);
            }
            else if (record.Task.LastModified + HandOver < time.GetUtcNow() && !await scheduler.HasAsync(record.Task.Id!, cancellationToken))
            {
                await FailAsync(record, JobOutcome.Interrupted());
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RecoverAsync(JobRecord record, CancellationToken cancellationToken)
    {
        if (JobResources.Resumptions(record.Task) is var times and >= JobLoader.MostResumptions)
        {
            await FailAsync(record, JobOutcome.GivenUp(times));
        }
        else if (await loader.LoadAsync(record with { Task = JobResources.Resumed(record.Task) }, cancellationToken) is { } job && JobLoader.IsRepeatable(job.Request.Operation))
        {
            // Counted before it runs: it may end the process at once.
            if (!await store.TryBeginAsync(job))
            {
                return;
            }

            scheduler.Admit(job);
            await scheduler.StartAsync(job);
            LogAgain(logger, job.Id, job.Code);
        }
        else
        {
            await FailAsync(record, JobOutcome.Interrupted());
        }
    }

    private async Task FailAsync(JobRecord record, JobOutcome outcome)
    {
        if (await failure.EndAsync(record, outcome))
        {
            LogInterrupted(logger, record.Task.Id!, record.Task.Code?.Code);
        }
    }

    [LoggerMessage(11, LogLevel.Warning, "Job {JobId} of {Operation} was interrupted by the restart and runs again")]
    private static partial void LogAgain(ILogger logger, string jobId, string operation);

    [LoggerMessage(12, LogLevel.Warning, "Job {JobId} of {Operation} was interrupted by the restart and failed")]
    private static partial void LogInterrupted(ILogger logger, string jobId, string? operation);
}
