namespace GenoMed.Fhir.Store.Commits;

/// <summary>A purge on its way to the writing thread.</summary>
internal sealed class PendingPurge(IReadOnlyList<ResourceKey> resources, CancellationToken cancellationToken) : PendingAnswer<int>(cancellationToken)
{
    public IReadOnlyList<ResourceKey> Resources => resources;

    public override int Size => resources.Count;
}
