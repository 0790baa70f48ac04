using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Operations;
using GenoMed.Fhir.R5.Resources;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>
/// After a restart, deals with the jobs that had not ended: an operation that changes nothing here
/// (<c>affectsState</c> false) runs again from its stored input; any other fails with the reason in its Task.
/// </summary>
internal sealed partial class JobRecovery(JobStore store, JobScheduler scheduler, OperationTable operations, ILogger<JobRecovery> logger) : IHostedService
{
    /// <summary>Ends before the server listens, so that it never meets a job of this process.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var task in await store.UnfinishedAsync(cancellationToken))
        {
            await RecoverAsync(task, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RecoverAsync(FhirTask task, CancellationToken cancellationToken)
    {
        var operation = task.Code is { } code ? operations.Find(code.Code) : null;
        if (operation is { Contract.AffectsState: false } && await store.InputAsync(task.Id!, cancellationToken) is { } parameters)
        {
            // The scopes of the first request are gone; what the operation itself asks for is all that it needs.
            var caller = new Caller(JobResources.Client(task), ScopeSet.Parse(operation.Contract.Scope));
            var job = new Job(task, operation, parameters, caller);
            scheduler.Admit(job);
            await scheduler.StartAsync(job);
            LogAgain(logger, task.Id!, operation.Contract.Code);
        }
        else
        {
            await store.EndAsync(task, JobOutcome.Interrupted());
            LogInterrupted(logger, task.Id!, task.Code?.Code);
        }
    }

    [LoggerMessage(11, LogLevel.Warning, "Job {JobId} of {Operation} was interrupted by the restart and runs again")]
    private static partial void LogAgain(ILogger logger, string jobId, string operation);

    [LoggerMessage(12, LogLevel.Warning, "Job {JobId} of {Operation} was interrupted by the restart and failed")]
    private static partial void LogInterrupted(ILogger logger, string jobId, string? operation);
}
