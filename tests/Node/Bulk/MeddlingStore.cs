using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Tests.Bulk;

/// <summary>A real store in which something happens just before a type is scanned, and just after it was searched.</summary>
internal sealed class MeddlingStore(IResourceStore store) : IResourceStore, IDisposable
{
    /// <summary>Given the type; a task that ends the reading when it fails.</summary>
    public Func<string, Task> BeforeScan { get; set; } = static _ => Task.CompletedTask;

    public Func<string, Task> AfterSearch { get; set; } = static _ => Task.CompletedTask;

    public ValueTask<StoredResource?> ReadAsync(string resourceType, string id, CancellationToken cancellationToken) => store.ReadAsync(resourceType, id, cancellationToken);

    public ValueTask<StoredResource?> VReadAsync(string resourceType, string id, long versionId, CancellationToken cancellationToken) => store.VReadAsync(resourceType, id, versionId, cancellationToken);

    public Task<HistoryPage> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken) => store.HistoryAsync(query, cancellationToken);

    public Task<IReadOnlyList<StoredResource>> CommitAsync(IReadOnlyList<StoreWrite> writes, CancellationToken cancellationToken) => store.CommitAsync(writes, cancellationToken);

    public Task<int> PurgeAsync(IReadOnlyList<ResourceKey> resources, CancellationToken cancellationToken) => store.PurgeAsync(resources, cancellationToken);

    public async Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var page = await store.SearchAsync(query, cancellationToken);
        await AfterSearch(query.ResourceType);
        return page;
    }

    public async IAsyncEnumerable<Resource> ScanAsync(string resourceType, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await BeforeScan(resourceType);
        await foreach (var resource in store.ScanAsync(resourceType, cancellationToken))
        {
            yield return resource;
        }
    }

    public Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken) => store.CountAsync(cancellationToken);

    public Task<bool> TryUseAsync(string key, DateTimeOffset expires, CancellationToken cancellationToken) => store.TryUseAsync(key, expires, cancellationToken);

    public void Dispose() => (store as IDisposable)?.Dispose();
}
