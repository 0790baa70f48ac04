namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>A commit on its way to the writing thread.</summary>
internal sealed class PendingCommit(IReadOnlyList<PreparedWrite> writes, CancellationToken cancellationToken)
    : PendingAnswer<IReadOnlyList<StoredResource>>(cancellationToken)
{
    public override int Size => writes.Count;

    public override void Prepare(SymbolTable symbols) => symbols.Intern(writes);

    protected override IReadOnlyList<StoredResource> Run(GroupWriters writers) => writers.Commits.Write(writes);
}
