namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>A purge on its way to the writing thread.</summary>
internal sealed class PendingPurge(IReadOnlyList<ResourceKey> resources, CancellationToken cancellationToken) : PendingAnswer<int>(cancellationToken)
{
    public override int Size => resources.Count;

    public override void Prepare(SymbolTable symbols)
    {
    }

    protected override int Run(GroupWriters writers) => writers.Purges.Purge(resources);
}
