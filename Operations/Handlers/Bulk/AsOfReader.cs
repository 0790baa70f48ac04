using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Bulk;

/// <summary>
/// All resources of a type as they were at one instant, by id: a scan of the current ones, in which those that were
/// changed or deleted since stand as the version of that instant. The same instant gives the same resources, whenever
/// it is read; so an export that was interrupted goes on over the same data.
/// </summary>
internal sealed class AsOfReader(IResourceStore store, DateTimeOffset instant)
{
    private const int PageSize = 500;

    /// <param name="resourceType">The type.</param>
    /// <param name="after">Only ids beyond this one (ordinal); null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<Resource> ReadAsync(string resourceType, string? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changed = new Queue<string>(await ChangedAsync(resourceType, after, cancellationToken));
        var isChanged = changed.ToHashSet(StringComparer.Ordinal);
        await foreach (var current in store.ScanAsync(resourceType, cancellationToken))
        {
            var id = current.Id!;
            if (string.CompareOrdinal(id, after) <= 0 || isChanged.Contains(id))
            {
                continue;
            }

            await foreach (var earlier in TakeAsync(resourceType, changed, id, cancellationToken))
            {
                yield return earlier;
            }

            // Changed since the history was read.
            if (LastUpdated(current) <= instant)
            {
                yield return current;
            }
            else if (await VersionAsync(resourceType, id, cancellationToken) is { } earlier)
            {
                yield return earlier;
            }
        }

        await foreach (var earlier in TakeAsync(resourceType, changed, null, cancellationToken))
        {
            yield return earlier;
        }
    }

    /// <summary>When the version that a resource is was committed.</summary>
    public static DateTimeOffset LastUpdated(Resource resource) => FhirInstant.Parse(resource.Element.GetProperty("meta").GetProperty("lastUpdated").GetString()!);

    private async IAsyncEnumerable<Resource> TakeAsync(string type, Queue<string> changed, string? before, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (changed.TryPeek(out var id) && (before is null || string.CompareOrdinal(id, before) < 0))
        {
            changed.Dequeue();
            if (await VersionAsync(type, id, cancellationToken) is { } resource)
            {
                yield return resource;
            }
        }
    }

    private async Task<SortedSet<string>> ChangedAsync(string type, string? after, CancellationToken cancellationToken)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var version in HistoryAsync(new HistoryQuery(type, null, instant, PageSize, null), cancellationToken))
        {
            if (version.LastUpdated > instant && string.CompareOrdinal(version.Id, after) > 0)
            {
                ids.Add(version.Id);
            }
        }

        return ids;
    }

    /// <summary>The version that was current at the instant; null where there was none or it was a deletion.</summary>
    private async Task<Resource?> VersionAsync(string type, string id, CancellationToken cancellationToken)
    {
        await foreach (var version in HistoryAsync(new HistoryQuery(type, id, null, PageSize, null), cancellationToken))
        {
            if (version.LastUpdated <= instant)
            {
                return version.Resource;
            }
        }

        return null;
    }

    private async IAsyncEnumerable<StoredResource> HistoryAsync(HistoryQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var page = await store.HistoryAsync(query, cancellationToken);
            foreach (var version in page.Versions)
            {
                yield return version;
            }

            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);
    }
}
