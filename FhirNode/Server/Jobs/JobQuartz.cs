using GenoMed.Fhir.Node.Options;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>
/// Quartz in memory, or, of a shared store, in its database: then every process takes jobs from one queue, each job runs
/// in one of them, and the jobs of one that died are handed on.
/// </summary>
internal static class JobQuartz
{
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(3);

    // Longer than a pause of a process that lives: a collection, a machine that is moved.
    private static readonly TimeSpan ThoughtDeadAfter = TimeSpan.FromSeconds(12);

    public static IServiceCollection AddJobQuartz(this IServiceCollection services, NodeOptions options) => services.AddQuartz(quartz =>
    {
        quartz.UseDefaultThreadPool(options.Limits.MaxConcurrentJobs);
        if (options.Store.IsShared)
        {
            quartz.UseCluster(options.Store.Connection!);
        }
        else
        {
            quartz.UseInMemoryStore(_ => { });
        }
    });

    private static void UseCluster(this IQuartzBuilder quartz, string connection)
    {
        quartz.ConfigureScheduler(scheduler =>
        {
            // A process that is busy leaves its jobs to the others, which look that often.
            scheduler.IdleWaitTime = TimeSpan.FromSeconds(1);
            scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
        });
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, connection);
            store.ProvisionSchema();
            store.ConfigureStore(ado => ado.RecoverFiringsCancelledByShutdown = true);
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = CheckIn;
                cluster.CheckinMisfireThreshold = ThoughtDeadAfter;
            });
        });
    }
}
