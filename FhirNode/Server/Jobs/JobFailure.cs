namespace GenoMed.Fhir.Node.Jobs;

/// <summary>Ends a job that will not run (again), and takes away what it left: its body, its cursor and its files.</summary>
internal sealed class JobFailure(JobStore store, JobBodies bodies, JobWorkspaces workspaces)
{
    /// <returns>False where another process has written its Task meanwhile: then nothing is taken away.</returns>
    public async Task<bool> EndAsync(JobRecord record, JobOutcome outcome)
    {
        if (!await store.TryEndAsync(record.Task, record.Version, outcome))
        {
            return false;
        }

        var id = record.Task.Id!;
        bodies.Delete(id);
        await workspaces.ForgetCursorAsync(id);
        workspaces.Delete(id);
        return true;
    }
}
