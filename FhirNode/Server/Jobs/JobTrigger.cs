using Quartz;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>Quartz's side of a job: it starts what the table holds, no more. The Task carries all state.</summary>
internal sealed class JobTrigger(JobTable table, JobRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (table.Find(context.JobDetail.Key.Name) is { } job)
        {
            await runner.RunAsync(job);
        }
    }
}
