using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Options;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>Of a shared store: jobs that another process took. What the store says of them is all that is known here.</summary>
internal sealed class JobsElsewhere(JobStore store, IOptions<NodeOptions> options, TimeProvider time)
{
    /// <summary>The job's record when it has ended, or when the time is over that the client waits. Null where there is none.</summary>
    public async Task<JobRecord?> WaitAsync(string id, Preferences preferences, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow().AddSeconds(Math.Min(preferences.WaitSeconds ?? 0, options.Value.Limits.MaxWaitSeconds));
        var record = await store.FindAsync(id, cancellationToken);
        while (record is { HasEnded: false } && time.GetUtcNow() < until)
        {
            await Task.Delay(JobFollower.Period, time, cancellationToken);
            record = await store.FindAsync(id, cancellationToken);
        }

        return record;
    }

    /// <summary>Ends a job as cancelled; the process that runs it then stops it. False where it had ended already.</summary>
    public async Task<bool> CancelAsync(string id, CancellationToken cancellationToken)
    {
        while (await store.FindAsync(id, cancellationToken) is { HasEnded: false } record)
        {
            if (await store.TryEndAsync(record.Task, record.Version, JobOutcome.Cancelled()))
            {
                return true;
            }
        }

        return false;
    }
}
