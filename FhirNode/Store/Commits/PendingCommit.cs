namespace GenoMed.Fhir.Store.Commits;

/// <summary>A commit on its way to the writing thread.</summary>
internal sealed class PendingCommit(IReadOnlyList<PreparedWrite> writes, CancellationToken cancellationToken)
    : PendingAnswer<IReadOnlyList<StoredResource>>(cancellationToken)
{
    public IReadOnlyList<PreparedWrite> Writes => writes;

    public override int Size => writes.Count;
}
