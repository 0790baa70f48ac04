using Quartz;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>Hands jobs to Quartz.</summary>
internal sealed class JobScheduler(JobTable table, ISchedulerFactory schedulers)
{
    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">Busy.</exception>
    public void Admit(Job job) => table.Add(job);

    public void Withdraw(Job job) => table.Remove(job);

    /// <summary>Whether Quartz has the job, in this process or, of a shared store, in any.</summary>
    public async Task<bool> HasAsync(string jobId, CancellationToken cancellationToken)
        => await (await schedulers.GetScheduler(cancellationToken)).Exists(new JobKey(jobId), cancellationToken);

    /// <summary>Starts the job as soon as Quartz has a free worker.</summary>
    public async Task StartAsync(Job job)
    {
        var scheduler = await schedulers.GetScheduler(CancellationToken.None);
        var detail = JobBuilder.Create<JobTrigger>().WithIdentity(job.Id).RequestRecovery().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(job.Id).StartNow().Build();
        await scheduler.ScheduleJob(detail, trigger, cancellationToken: CancellationToken.None);
    }
}
