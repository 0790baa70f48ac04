using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Interactions.Patches;
using GenoMed.Fhir.Node.Interactions.Writes;
using GenoMed.Fhir.Node.Validation;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Interactions.Bundles;

/// <summary>Runs a transaction: ids, references, one atomic commit, then the reads (R5 http.html, "Transaction Processing Rules").</summary>
internal sealed class TransactionRunner(IResourceStore store, TransactionPlanner planner, TransactionReferences references, WriteValidation validation, ReferenceValidation integrity, DeletionValidation deletions, ConditionalGate gate, Func<Dispatcher> dispatcher)
{
    public async Task<Bundle> RunAsync(IReadOnlyList<BundleEntry> entries, IReadOnlyList<FhirCall> calls, CancellationToken cancellationToken)
    {
        CheckAccess(calls);
        var all = entries.Select((entry, index) => new TransactionEntry(index, entry.FullUrl, calls[index], Body(entry, calls[index], index))).ToList();
        var answers = new BundleEntry[all.Count];
        using (await gate.EnterAsync(calls.Select(WritePlanner.Condition).OfType<string>(), cancellationToken))
        {
            await WriteAsync(all, answers, cancellationToken);
        }

        await ReadAsync(all, answers, cancellationToken);
        return new Bundle(BundleType.TransactionResponse, answers);
    }

    private static void CheckAccess(IReadOnlyList<FhirCall> calls)
    {
        for (var index = 0; index < calls.Count; index++)
        {
            Locate(index, () => AccessRule.Check(calls[index].Caller, calls[index].Target));
        }
    }

    private static Resource? Body(BundleEntry entry, FhirCall call, int index)
        => call.Target.Interaction is Interaction.Create or Interaction.Update or Interaction.Patch && entry.Resource is null
            ? throw OperationProblem.Required($"Entry {index}: {call.Method} needs a resource.", $"Bundle.entry[{index}].resource")
            : entry.Resource;

    private async Task WriteAsync(List<TransactionEntry> all, BundleEntry[] answers, CancellationToken cancellationToken)
    {
        var writes = await planner.PlanAsync(all.Where(entry => entry.IsWrite), cancellationToken);
        var known = await references.ResolveAsync(writes, cancellationToken);
        var ready = writes.Select(entry => Ready(entry, known)).OrderBy(entry => entry.Order).ToList();
        CheckOnce(ready);
        var commits = ready.Where(entry => entry.Plan!.Writes).ToList();
        await CheckReferencesAsync(commits, cancellationToken);
        var stored = await CommitAsync(commits, cancellationToken);
        for (var index = 0; index < commits.Count; index++)
        {
            answers[commits[index].Index] = Answer(commits[index], stored[index]);
        }

        foreach (var entry in ready.Where(entry => !entry.Plan!.Writes))
        {
            answers[entry.Index] = Answer(entry, entry.Plan!.Found);
        }
    }

    // A response repeats no resource unless the client asks: the client has what it sent.
    private static BundleEntry Answer(TransactionEntry entry, StoredResource? stored)
    {
        var preferences = entry.Call.Target.Interaction == Interaction.Patch ? PatchPlanner.Preferences(entry.Call) : entry.Call.Preferences;
        return EntryResult.Of(WriteResult.Of(entry.Plan!, stored, preferences.Return is null ? preferences with { Return = "minimal" } : preferences));
    }

    private TransactionEntry Ready(TransactionEntry entry, ReferenceMap known)
    {
        if (entry.Plan is not { Body: { } planned, Writes: true })
        {
            return entry;
        }

        var body = ReferenceRewriter.Rewrite(planned, known, entry.BaseUrl);
        Locate(entry.Index, () => CheckResolved(body));
        Locate(entry.Index, () => validation.Check(body));
        return entry with { Plan = entry.Plan with { Body = body } };
    }

    // Such a reference would point at nothing for ever.
    private static void CheckResolved(Resource body)
    {
        if (ReferenceRewriter.Unresolved(body) is { } reference)
        {
            throw OperationProblem.Invalid($"The reference '{reference}' is the fullUrl of no entry of this transaction.", body.ResourceType);
        }
    }

    private static void CheckOnce(List<TransactionEntry> writes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in writes.Where(entry => entry.Plan!.Writes && !seen.Add(entry.Plan.Reference)))
        {
            throw EntryProblem.At(entry.Index, OperationProblem.Invalid($"{entry.Plan!.Reference} is written by another entry of this transaction too."));
        }
    }

    private async Task CheckReferencesAsync(List<TransactionEntry> commits, CancellationToken cancellationToken)
    {
        var writes = commits.Select(entry => entry.Plan!.ToStoreWrite()).ToList();
        var written = commits.Where(entry => entry.Plan!.Body is not null).Select(entry => entry.Plan!.Reference).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in commits)
        {
            try
            {
                await integrity.CheckAsync(entry.Plan!.Body, written, cancellationToken);
                await deletions.CheckAsync(entry.Plan.ToStoreWrite(), writes, cancellationToken);
            }
            catch (OperationProblem problem)
            {
                throw EntryProblem.At(entry.Index, problem);
            }
        }
    }

    private async Task<IReadOnlyList<StoredResource>> CommitAsync(List<TransactionEntry> commits, CancellationToken cancellationToken)
    {
        try
        {
            return commits.Count == 0 ? [] : await store.CommitAsync([.. commits.Select(entry => entry.Plan!.ToStoreWrite())], cancellationToken);
        }
        catch (OperationProblem problem) when (problem.Kind is ProblemKind.PreconditionFailed or ProblemKind.Conflict)
        {
            throw await LocateAsync(commits, problem, cancellationToken);
        }
    }

    // The store says what it refuses; which entry that is shows in what stands there now: versions never go back.
    private async Task<OperationProblem> LocateAsync(List<TransactionEntry> commits, OperationProblem problem, CancellationToken cancellationToken)
    {
        foreach (var entry in commits)
        {
            var plan = entry.Plan!;
            var current = await store.ReadAsync(plan.ResourceType, plan.Id, cancellationToken);
            if ((plan.ExpectedVersion is { } expected && current?.VersionId != expected)
                || ((plan.OnlyIfAbsent || plan.Method == StoreMethod.Create) && current is { IsDeleted: false }))
            {
                return EntryProblem.At(entry.Index, problem);
            }
        }

        return problem;
    }

    private async Task ReadAsync(List<TransactionEntry> all, BundleEntry[] answers, CancellationToken cancellationToken)
    {
        foreach (var entry in all.Where(entry => !entry.IsWrite))
        {
            try
            {
                answers[entry.Index] = EntryResult.Of(await dispatcher().RunAsync(entry.Call, cancellationToken));
            }
            catch (OperationProblem problem)
            {
                answers[entry.Index] = EntryResult.Of(EntryProblem.At(entry.Index, problem));
            }
        }
    }

    private static void Locate(int index, Action check)
    {
        try
        {
            check();
        }
        catch (OperationProblem problem)
        {
            throw EntryProblem.At(index, problem);
        }
    }
}
