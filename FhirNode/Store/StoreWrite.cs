using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Commits;

namespace GenoMed.Fhir.Store;

/// <summary>One write of a commit.</summary>
/// <param name="Method">Create refuses an id that is there; update makes it where it is not (update-as-create).</param>
/// <param name="ResourceType">The type.</param>
/// <param name="Id">The logical id, already chosen (the server assigns it for a create).</param>
/// <param name="Resource">The content; null for a delete. The store sets id, meta.versionId and meta.lastUpdated.</param>
/// <param name="ExpectedVersion">If-Match: the version that must be current, else the whole commit fails with PreconditionFailed.</param>
public sealed record StoreWrite(
    StoreMethod Method,
    string ResourceType,
    string Id,
    Resource? Resource,
    long? ExpectedVersion = null)
{
    /// <summary>If-None-Match: *: where the resource exists the whole commit fails with PreconditionFailed.</summary>
    public bool OnlyIfAbsent { get; init; }

    /// <summary>What <see cref="IResourceStore.Prepare"/> found for this very write.</summary>
    internal PreparedWrite? Prepared { get; set; }
}
