using System.Text.Json;
using GenoMed.Fhir.Operations.Bulk;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Operations.Export;

/// <summary>
/// The ids that match <c>_typeFilter</c>, as of the export's instant. A search knows the current versions only: all filters are asked at
/// once when the instant is chosen, and again with a later instant where something they ask about was committed meanwhile.
/// The ids stand in a file of the job, so that an export that is resumed goes on with them.
/// </summary>
internal sealed class FilterMatches
{
    private const string File = ".matches.json";
    private const int PageSize = 1000;
    private readonly Dictionary<string, HashSet<string>> _ids;

    private FilterMatches(Dictionary<string, HashSet<string>> ids) => _ids = ids;

    /// <summary>Whether one of the type's filters holds for the resource, or the type has none.</summary>
    public bool Include(string type, string id) => !_ids.TryGetValue(type, out var ids) || ids.Contains(id);

    public static async Task<FilterMatches> FindAsync(IResourceStore store, ILookup<string, SearchQuery> filters, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var ofType in filters)
        {
            var found = ids[ofType.Key] = new HashSet<string>(StringComparer.Ordinal);
            foreach (var filter in ofType)
            {
                await AddAsync(store, filter, found, cancellationToken);
            }
        }

        return new FilterMatches(ids);
    }

    /// <summary>Whether a resource of a type that the filters ask about has a version after the instant.</summary>
    public static async Task<bool> IsOutdatedAsync(IResourceStore store, ILookup<string, SearchQuery> filters, DateTimeOffset instant, CancellationToken cancellationToken)
    {
        foreach (var type in filters.SelectMany(filter => filter).SelectMany(FilterTypes.Of).Distinct())
        {
            var newest = await store.HistoryAsync(new HistoryQuery(type, null, instant, 1, null), cancellationToken);
            if (newest.Versions.Any(version => version.LastUpdated > instant))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What an earlier run of the job saved, or null.</summary>
    public static async Task<FilterMatches?> ReadAsync(JobWorkspace job, CancellationToken cancellationToken)
    {
        var path = Path.Combine(job.Folder, File);
        return System.IO.File.Exists(path)
            ? new FilterMatches(JsonSerializer.Deserialize<Dictionary<string, HashSet<string>>>(await System.IO.File.ReadAllBytesAsync(path, cancellationToken))!)
            : null;
    }

    public Task SaveAsync(JobWorkspace job, CancellationToken cancellationToken)
        => System.IO.File.WriteAllBytesAsync(Path.Combine(job.Folder, File), JsonSerializer.SerializeToUtf8Bytes(_ids), cancellationToken);

    private static async Task AddAsync(IResourceStore store, SearchQuery filter, HashSet<string> ids, CancellationToken cancellationToken)
    {
        var query = filter with { Count = PageSize, WithTotal = false, Cursor = null };
        do
        {
            var page = await store.SearchAsync(query, cancellationToken);
            ids.UnionWith(page.Matches.Select(match => match.Id));
            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);
    }
}
