using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Operations;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>Takes an operation as a job; answers with its result when that is ready within the client's <c>wait</c>.</summary>
internal sealed class JobService(JobStore store, JobScheduler scheduler, JobBodies bodies, IOptions<NodeOptions> options, TimeProvider time)
{
    public async Task<FhirResult> RunAsync(OperationRequest request, Preferences preferences, CancellationToken cancellationToken)
    {
        var task = JobResources.Requested(JobResources.NewId(), request, time.GetUtcNow());
        var job = new Job(task, await KeepAsync(task.Id!, request, cancellationToken));
        await SubmitAsync(job, cancellationToken);
        if (await WaitAsync(job, preferences, cancellationToken))
        {
            return Answer(await job.Finished);
        }

        if (cancellationToken.IsCancellationRequested)
        {
            // The client hung up before it learnt where to poll: nobody will ask for this result.
            job.Cancel();
        }

        return Accepted(job);
    }

    /// <summary>True when the job ended within the time that the client waits.</summary>
    public async Task<bool> WaitAsync(Job job, Preferences preferences, CancellationToken cancellationToken)
    {
        var seconds = Math.Min(preferences.WaitSeconds ?? 0, options.Value.Limits.MaxWaitSeconds);
        if (seconds > 0 && !job.Finished.IsCompleted)
        {
            await Task.WhenAny(job.Finished, Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellationToken));
        }

        return job.Finished.IsCompleted;
    }

    public static FhirResult Accepted(Job job) => Accepted(job.Id, job.ProgressText);

    public static FhirResult Accepted(string id, string progress) => new(202)
    {
        ContentLocation = $"{FhirRoute.Jobs}/{id}",
        Progress = progress,
    };

    private async Task<OperationRequest> KeepAsync(string id, OperationRequest request, CancellationToken cancellationToken)
    {
        if (request.Body is not { } body)
        {
            return request;
        }

        await bodies.KeepAsync(id, body, cancellationToken);
        return request with { Body = bodies.Find(id, body.MediaType, body.FhirVersion) };
    }

    private async Task SubmitAsync(Job job, CancellationToken cancellationToken)
    {
        scheduler.Admit(job);
        try
        {
            await store.AddAsync(job, cancellationToken);
            await scheduler.StartAsync(job);
        }
        catch
        {
            scheduler.Withdraw(job);
            bodies.Delete(job.Id);
            throw;
        }
    }

    // With wait the client gets the result itself, with the status that the operation has: no Bundle around it.
    private static FhirResult Answer(JobOutcome outcome) => outcome.Content.IsResource
        ? new FhirResult(outcome.Status) { Body = outcome.Content.Resource }
        : FhirResult.Ok(outcome.Content.File);
}
