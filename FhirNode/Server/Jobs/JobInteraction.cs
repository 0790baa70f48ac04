using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>
/// Polls (GET) and cancels (DELETE) [base]/_jobs/id, and serves its files, [base]/_jobs/id/file. The client that started a job may do both; another needs
/// <c>system/Task.r</c> or <c>system/Task.d</c>. A poll honours <c>Prefer: wait=N</c>.
/// </summary>
internal sealed class JobInteraction(JobStore store, JobTable table, JobService jobs, JobsElsewhere elsewhere, JobWorkspaces workspaces, IOptions<NodeOptions> options, TimeProvider time) : IInteraction
{
    public IReadOnlyList<Interaction> Kinds { get; } = [Interaction.JobStatus, Interaction.JobCancel, Interaction.JobFile];

    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var id = call.Target.Id!;
        // The table first: a job leaves it only after its end is in the store.
        var live = table.Find(id);
        var task = live?.Task ?? (await store.FindAsync(id, cancellationToken))?.Task ?? throw Unknown(id);
        var cancels = call.Target.Interaction == Interaction.JobCancel;
        CheckOwner(call.Caller, task, cancels ? 'd' : 'r');
        return call.Target.Interaction switch
        {
            Interaction.JobCancel => await CancelAsync(id, live, cancellationToken),
            Interaction.JobFile => FhirResult.Ok(FileOf(id, live, call.Target.File!)),
            _ => await StatusAsync(id, live, task, call.Preferences, cancellationToken),
        };
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
            return await jobs.WaitAsync(live, preferences, cancellationToken) ? Wrap(await live.Finished, time.GetUtcNow()) : JobService.Accepted(live);
        }

        if (live is null && options.Value.Store.IsShared && await elsewhere.WaitAsync(id, preferences, cancellationToken) is { } record)
        {
            if (!record.HasEnded)
            {
                return JobService.Accepted(id, record.Task.BusinessStatus ?? "waiting for its turn");
            }

            task = record.Task;
        }

        return live is null && task.Status != TaskStatusCode.Cancelled && await store.OutputAsync(id, cancellationToken) is { } content
            ? Wrap(JobResources.Status(task), content, task.LastModified)
            : throw Unknown(id);
    }

    // A file that is still being written is none yet.
    private OperationFile FileOf(string id, Job? live, string file)
        => (live is null or { Finished.IsCompleted: true } ? workspaces.Find(id, file) : null) ?? throw OperationProblem.NotFound($"Job '{id}' has no file '{file}'.");

    private FhirResult Wrap(JobOutcome outcome, DateTimeOffset ended) => Wrap(outcome.Status, outcome.Content, ended);

    private FhirResult Wrap(int status, JobContent content, DateTimeOffset? ended)
        => AsyncBundle.Wrap(status, content) with { Expires = content.IsResource ? null : ended + JobSweeper.Retention(options.Value) };

    private async Task<FhirResult> CancelAsync(string id, Job? live, CancellationToken cancellationToken)
    {
        live?.Cancel();
        if (live is { IsRunningHere: true } || (options.Value.Store.IsShared && await elsewhere.CancelAsync(id, cancellationToken)))
        {
            return new FhirResult(202);
        }

        if (live is null)
        {
            await store.ForgetAsync(id, cancellationToken);
            workspaces.Delete(id);
        }

        return new FhirResult(202);
    }
}
