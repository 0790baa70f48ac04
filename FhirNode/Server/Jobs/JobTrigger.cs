using GenoMed.Fhir.Node.Options;
using Microsoft.Extensions.Options;
using Quartz;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>Quartz's side of a job: when it runs, and in which process. The Task carries all state.</summary>
internal sealed class JobTrigger(JobClaims claims, JobRunner runner, IOptions<NodeOptions> options) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (await claims.TakeAsync(context.JobDetail.Key.Name, context.Recovering, cancellationToken) is not { } job)
        {
            return;
        }

        if (!await runner.RunAsync(job) && options.Value.Store.IsShared)
        {
            // The node stops. Quartz hands on what it sees cancelled by its own shutdown, which follows.
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }
}
