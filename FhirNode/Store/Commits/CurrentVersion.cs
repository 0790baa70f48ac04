namespace GenoMed.Fhir.Store.Commits;

/// <summary>The row of a resource: which of its versions is current.</summary>
internal sealed record CurrentVersion(long Rid, long Version, long Vid, long Updated, StoreMethod Method)
{
    public bool IsDeleted => Method == StoreMethod.Delete;
}
