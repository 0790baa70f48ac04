using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.R5.Resources;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>Removes the files of jobs whose time is over (<c>bulk.retentionHours</c>), and with them their result.</summary>
internal sealed partial class JobSweeper(JobStore store, JobTable table, JobWorkspaces workspaces, IOptions<NodeOptions> options, TimeProvider time, ILogger<JobSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    /// <summary>How long a result with files is kept after its job has ended.</summary>
    public static TimeSpan Retention(NodeOptions options) => TimeSpan.FromHours(options.Bulk.RetentionHours);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // A folder that cannot be removed now is tried again; the node goes on.
                LogFailed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var id in workspaces.Ids.Where(id => table.Find(id) is null))
        {
            var task = (await store.FindAsync(id, cancellationToken))?.Task;
            if (task is null || (TaskStatusCode.IsFinal(task.Status) && task.LastModified + Retention(options.Value) < time.GetUtcNow()))
            {
                await store.ForgetAsync(id, cancellationToken);
                workspaces.Delete(id);
            }
        }
    }

    [LoggerMessage(15, LogLevel.Error, "The files of ended jobs could not be removed")]
    private static partial void LogFailed(ILogger logger, Exception fault);
}
