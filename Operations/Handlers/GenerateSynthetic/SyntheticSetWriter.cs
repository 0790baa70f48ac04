using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Operations.Conformance;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.GenerateSynthetic;

/// <summary>
/// Stores a set: patients in commits that carry the job's cursor, the first with a Library that says that the set is not whole, then in one last
/// commit what describes them. After a crash the job goes on behind the cursor. Where it fails or is cancelled, what it stored is erased: the set
/// is there whole or not at all, and its Library has its identifier only when it is whole.
/// </summary>
internal sealed class SyntheticSetWriter(IResourceStore store, ConformanceService conformance, OperationContext context, string author, TimeProvider time)
{
    private const int PatientsPerCommit = 100;

    public async Task WriteAsync(SyntheticDataSet set)
    {
        var isThere = await IsThereAsync(set);
        var stored = await StoredAsync(set);
        var description = new SyntheticDescription(set, author, time.GetUtcNow());
        try
        {
            await conformance.CurrentAsync(context.CancellationToken);
            for (var first = stored; first < set.Table.Count; first += PatientsPerCommit)
            {
                var count = Math.Min(PatientsPerCommit, set.Table.Count - first);
                var resources = set.Patients(first, count).SelectMany(patient => patient).DistinctBy(Key).ToArray();
                await CommitAsync(first == 0 && !isThere ? [description.Unfinished(), .. resources] : resources, set, first + count);
                Tell(first + count, set.Table.Count);
            }

            await CommitAsync([.. description.Resources()], set, set.Table.Count);
        }
        catch when (!isThere)
        {
            await EraseAsync(set);
            throw;
        }
    }

    /// <summary>
    /// Whether the set is there whole, as a draft: then its patients are written over, which changes those only that somebody has changed. One of the
    /// same request with other rows, as a node of another version draws them, is erased.
    /// </summary>
    private async Task<bool> IsThereAsync(SyntheticDataSet set)
    {
        var sha256 = await PublishedLibrary.Sha256Async(store, set.Id, context.CancellationToken);
        if (sha256 is not null && sha256 != set.Sha256)
        {
            await DraftErasure.EraseAsync(store, set.Id, context.CancellationToken);
            return false;
        }

        return sha256 is not null;
    }

    /// <summary>How many patients of the set this job has written. Those that a node of another version drew are others, and are erased; a set of its that is whole stays.</summary>
    private async Task<int> StoredAsync(SyntheticDataSet set)
    {
        if (DraftCursor.Of(context.Job) is not { } before)
        {
            return 0;
        }

        if (before.Set == set.Id && before.Sha256 == set.Sha256)
        {
            return before.Stored;
        }

        if (!await PublishedLibrary.IsThereAsync(store, before.Set, context.CancellationToken))
        {
            await DraftErasure.EraseAsync(store, before.Set, context.CancellationToken);
        }

        return 0;
    }

    private Task CommitAsync(Resource[] resources, SyntheticDataSet set, int stored)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        Parallel.ForEach(resources, RequireValid);
        StoreWrite[] writes = [.. resources.Select(resource => new StoreWrite(StoreMethod.Update, resource.ResourceType, resource.Id!, resource)), Cursor(set, stored)];

        // To its end once begun: a commit that may or may not be there would leave the cursor in doubt.
        return store.CommitAsync(writes, CancellationToken.None);
    }

    /// <summary>Whatever the node's policy for what clients write: nothing of ours may have a fault.</summary>
    private void RequireValid(Resource resource)
    {
        var errors = conformance.Latest.Validator.Validate(resource).Where(issue => issue.Severity is IssueSeverity.Error or IssueSeverity.Fatal).ToArray();
        if (errors.Length > 0)
        {
            throw new OperationProblem(ProblemKind.Unprocessable, [.. errors.Select(issue => issue with { Diagnostics = $"A generated {resource.ResourceType} is not valid: {issue.Diagnostics}" })]);
        }
    }

    /// <summary>
    /// The cursor goes back first, so that a job that is stopped here and runs again begins again. What many sets share (what a
    /// panel looks for) stays: it tells of no patient.
    /// </summary>
    private async Task EraseAsync(SyntheticDataSet set)
    {
        await store.CommitAsync([Cursor(set, 0)], CancellationToken.None);
        for (var first = 0; first < set.Table.Count; first += PatientsPerCommit)
        {
            var patients = set.Patients(first, Math.Min(PatientsPerCommit, set.Table.Count - first)).SelectMany(patient => patient);
            await store.PurgeAsync([.. patients.Where(IsOfPatient).Select(resource => new ResourceKey(resource.ResourceType, resource.Id!))], CancellationToken.None);
        }

        await store.PurgeAsync([new ResourceKey("Library", set.Id)], CancellationToken.None);
    }

    private StoreWrite Cursor(SyntheticDataSet set, int stored) => context.Job!.Save(new DraftCursor(stored, set.Id, set.Sha256).ToString());

    private void Tell(int stored, int count) => context.Progress.Report(new OperationProgress(
        GenerateSyntheticJob.DrawingShare + ((1 - GenerateSyntheticJob.DrawingShare) * stored / count),
        FormattableString.Invariant($"{stored} of {count} patients stored")));

    private static bool IsOfPatient(Resource resource) => resource.ResourceType == "Patient" || resource.Element.TryGetProperty("subject", out _);

    private static (string, string) Key(Resource resource) => (resource.ResourceType, resource.Id!);
}
