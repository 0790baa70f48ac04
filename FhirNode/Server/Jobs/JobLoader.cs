using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Operations;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>Makes a job of its stored Task and input, after a restart or in another process than took it.</summary>
internal sealed class JobLoader(JobStore store, JobBodies bodies, OperationTable operations)
{
    /// <summary>
    /// So often a job is taken up again: what ends its process (a stack that overflows, memory that does not suffice) would end it at
    /// each start, and the node would never come up.
    /// </summary>
    public const int MostResumptions = 5;

    /// <summary>Whether an operation that was interrupted may run again: it changes nothing here, or goes on where it stopped.</summary>
    public static bool IsRepeatable(IOperation operation) => operation is { Contract.AffectsState: false } or IResumableOperation;

    /// <summary>The job, or null where this process has not got its operation, its input or its file.</summary>
    public async Task<Job?> LoadAsync(JobRecord record, CancellationToken cancellationToken)
    {
        var task = record.Task;
        if (task.InstantiatesUri is not { } url
            || operations.ByUrl(url) is not { } operation
            || await store.InputAsync(task.Id!, cancellationToken) is not { } parameters)
        {
            return null;
        }

        var request = Request(task, operation, parameters);
        return JobResources.Text(task, "body") is not null && request.Body is null ? null : new Job(task, request) { Version = record.Version };
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
}
