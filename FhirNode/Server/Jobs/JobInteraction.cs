using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>
/// Polls (GET) and cancels (DELETE) [base]/_jobs/id. The client that started a job may do both; another needs
/// <c>system/Task.r</c> or <c>system/Task.d</c>. A poll honours <c>Prefer: wait=N</c>.
/// </summary>
internal sealed class JobInteraction(JobStore store, JobTable table, JobService jobs) : IInteraction
{
    public IReadOnlyList<Interaction> Kinds { get; } = [Interaction.JobStatus, Interaction.JobCancel];

    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var id = call.Target.Id!;
        // The table first: a job leaves it only after its end is in the store.
        var live = table.Find(id);
        var task = live?.Task ?? await store.FindAsync(id, cancellationToken) ?? throw Unknown(id);
        var cancels = call.Target.Interaction == Interaction.JobCancel;
        CheckOwner(call.Caller, task, cancels ? 'd' : 'r');
        return cancels
            ? await CancelAsync(id, live, cancellationToken)
            : await StatusAsync(id, live, task, call.Preferences, cancellationToken);
    }

    private static OperationProblem Unknown(string id) => OperationProblem.NotFound($"There is no job '{id}'.");

    // Another client's job is not told from one that does not exist.
    private static void CheckOwner(Caller caller, FhirTask task, char permission)
    {
        if (caller.ClientId != JobResources.Client(task) && !caller.Scopes.AllowsResource(JobResources.TaskType, permission))
        {
            throw Unknown(task.Id!);
        }
    }

    private async Task<FhirResult> StatusAsync(string id, Job? live, FhirTask task, Preferences preferences, CancellationToken cancellationToken)
    {
        if (live is not null && !live.Cancelled.IsCancellationRequested)
        {
            return await jobs.WaitAsync(live, preferences, cancellationToken) ? Wrap(await live.Finished) : JobService.Accepted(live);
        }

        return live is null && task.Status != TaskStatusCode.Cancelled && await store.OutputAsync(id, cancellationToken) is { } content
            ? AsyncBundle.Wrap(JobResources.Status(task), content)
            : throw Unknown(id);
    }

    private static FhirResult Wrap(JobOutcome outcome) => AsyncBundle.Wrap(outcome.Status, outcome.Content);

    private async Task<FhirResult> CancelAsync(string id, Job? live, CancellationToken cancellationToken)
    {
        if (live is not null)
        {
            live.Cancel();
        }
        else
        {
            await store.ForgetAsync(id, cancellationToken);
        }

        return new FhirResult(202);
    }
}
