using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Import;

/// <summary>What became of resources of a type that were stored.</summary>
/// <param name="Created">First versions.</param>
/// <param name="Updated">Later versions.</param>
/// <param name="Unchanged">The same content was there already.</param>
internal sealed record ImportCounts(long Created, long Updated, long Unchanged)
{
    public static ImportCounts None { get; } = new(0, 0, 0);

    public ImportCounts And(StoredResource stored) => stored switch
    {
        { Changed: false } => this with { Unchanged = Unchanged + 1 },
        { VersionId: 1 } => this with { Created = Created + 1 },
        _ => this with { Updated = Updated + 1 },
    };
}
