using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Store;

/// <summary>One version of a resource as the store holds it.</summary>
/// <param name="ResourceType">For example <c>Patient</c>.</param>
/// <param name="Id">Logical id, unique in its type.</param>
/// <param name="VersionId">1, 2, 3, ... without gaps for each id.</param>
/// <param name="LastUpdated">When this version was committed.</param>
/// <param name="Method">What made this version.</param>
/// <param name="Resource">The content with <c>id</c> and <c>meta</c> set; null when this version is a deletion.</param>
public sealed record StoredResource(
    string ResourceType,
    string Id,
    long VersionId,
    DateTimeOffset LastUpdated,
    StoreMethod Method,
    Resource? Resource)
{
    public bool IsDeleted => Resource is null;

    /// <summary>False when a write found the same content already there and made no new version.</summary>
    public bool Changed { get; init; } = true;
}
