using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Operations;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Resources;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>
/// After a restart, deals with the jobs that had not ended: an operation that changes nothing here
/// (<c>affectsState</c> false) or can be resumed runs again from its stored input; any other fails with the reason in its Task.
/// </summary>
internal sealed partial class JobRecovery(JobStore store, JobScheduler scheduler, JobBodies bodies, OperationTable operations, ILogger<JobRecovery> logger) : IHostedService
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
        var operation = task.InstantiatesUri is { } url ? operations.ByUrl(url) : null;
        if (operation is { Contract.AffectsState: false } or IResumableOperation && await store.InputAsync(task.Id!, cancellationToken) is { } parameters)
        {
            var job = new Job(task, Request(task, operation, parameters));
            scheduler.Admit(job);
            await scheduler.StartAsync(job);
            LogAgain(logger, task.Id!, operation.Contract.Code);
        }
        else
        {
            await store.EndAsync(task, JobOutcome.Interrupted());
            bodies.Delete(task.Id!);
            LogInterrupted(logger, task.Id!, task.Code?.Code);
        }
    }

    // With the scopes that the client had when it asked.
    private OperationRequest Request(FhirTask task, IOperation operation, Resource parameters)
    {
        var target = OperationTarget.Parse(JobResources.Text(task, "target") ?? string.Empty);
        var scopes = JobResources.Text(task, "scopes") ?? string.Join(' ', operation.Contract.Scopes(target.ResourceType));
        return new OperationRequest(operation, parameters, target, new Caller(JobResources.Client(task), ScopeSet.Parse(scopes)))
        {
            Url = JobResources.Text(task, "url") ?? string.Empty,
            Lenient = JobResources.Text(task, "handling") == "lenient",
            Body = JobResources.Text(task, "body") is { } mediaType ? bodies.Find(task.Id!, mediaType, JobResources.Text(task, "fhirVersion")) : null,
        };
    }

    [LoggerMessage(11, LogLevel.Warning, "Job {JobId} of {Operation} was interrupted by the restart and runs again")]
    private static partial void LogAgain(ILogger logger, string jobId, string operation);

    [LoggerMessage(12, LogLevel.Warning, "Job {JobId} of {Operation} was interrupted by the restart and failed")]
    private static partial void LogInterrupted(ILogger logger, string jobId, string? operation);
}
