using GenoMed.Fhir.R5.Resources;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>
/// Of a shared store: sees in the store how jobs go on that this process took and another runs, and that a job of this
/// process was cancelled at another one.
/// </summary>
internal sealed partial class JobFollower(JobStore store, JobTable table, TimeProvider time, ILogger<JobFollower> logger) : BackgroundService
{
    /// <summary>How often the store is asked; a client that waits for a job of another process learns its end so much later at most.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The store cannot be reached now; the next round asks again.
                LogFailed(logger, e);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        foreach (var job in table.All)
        {
            if (await store.FindAsync(job.Id, cancellationToken) is { HasEnded: true } record)
            {
                await EndedAsync(job, record, cancellationToken);
            }
        }
    }

    private async Task EndedAsync(Job job, JobRecord record, CancellationToken cancellationToken)
    {
        if (job.IsRunningHere)
        {
            if (record.Task.Status == TaskStatusCode.Cancelled)
            {
                job.Cancel();
            }

            return;
        }

        if (await store.OutputAsync(job.Id, cancellationToken) is { } content)
        {
            job.Finish(new JobOutcome(JobResources.Status(record.Task), content, record.Task.Status, record.Task.StatusReason));
        }

        job.Finish(JobOutcome.Cancelled());
        table.Remove(job);
    }

    [LoggerMessage(18, LogLevel.Error, "The jobs that other processes run could not be followed")]
    private static partial void LogFailed(ILogger logger, Exception fault);
}
