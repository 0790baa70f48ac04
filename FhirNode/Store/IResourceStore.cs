using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store;

/// <summary>
/// A versioned store of FHIR resources with a search index. Implementations are safe for concurrent use;
/// every commit is atomic and durable when its task completes.
/// </summary>
public interface IResourceStore : IUsedKeys
{
    /// <summary>The current version (which may be a deletion), or null where the id was never used.</summary>
    ValueTask<StoredResource?> ReadAsync(string resourceType, string id, CancellationToken cancellationToken);

    /// <summary>One version, or null where there is none of that number.</summary>
    ValueTask<StoredResource?> VReadAsync(string resourceType, string id, long versionId, CancellationToken cancellationToken);

    /// <summary>Versions, newest first: of one resource, of a type (id null) or of everything (both null).</summary>
    Task<HistoryPage> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// All writes or none, in order. A write whose content equals the current version makes no new
    /// version (<see cref="StoredResource.Changed"/> is false), so that loading the same file twice changes nothing.
    /// </summary>
    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">
    /// PreconditionFailed when an expected version is not current; Conflict when an id of a create is there already.
    /// </exception>
    Task<IReadOnlyList<StoredResource>> CommitAsync(IReadOnlyList<StoreWrite> writes, CancellationToken cancellationToken);

    /// <summary>
    /// Erases resources: every version, and every row of the index. Afterwards nothing tells that they were there; an id
    /// may be used again and begins with version 1. References to them stay where other resources have them.
    /// </summary>
    /// <returns>How many of the resources there were.</returns>
    Task<int> PurgeAsync(IReadOnlyList<ResourceKey> resources, CancellationToken cancellationToken);

    /// <summary>One page of matches (no includes: the server adds those).</summary>
    Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken);

    /// <summary>Every current resource of a type, ordered by id (ordinal): for views and export. Reads a consistent snapshot.</summary>
    IAsyncEnumerable<Resource> ScanAsync(string resourceType, CancellationToken cancellationToken);

    /// <summary>How many current resources of each type there are.</summary>
    Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken);
}
