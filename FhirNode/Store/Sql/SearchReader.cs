using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>Runs a search on a snapshot: the total and the page are of the same moment.</summary>
internal sealed class SearchReader(ISqlReader reader, SqlDialect dialect, ISymbols symbols, TimeProvider time)
{
    private readonly SearchSql _sql = new(dialect, symbols, time.GetUtcNow());

    public async Task<SearchPage> ReadAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var lead = await new LeadChoice(reader, _sql).OfAsync(query, cancellationToken);
        var total = query.WithTotal || query.Count == 0 ? await CountAsync(query, lead, cancellationToken) : (long?)null;
        return query.Count == 0 ? new SearchPage([], total, null) : await PageAsync(query, lead, total, cancellationToken);
    }

    private async Task<long> CountAsync(SearchQuery query, int? lead, CancellationToken cancellationToken)
        => (await reader.QueryAsync(_sql.Count(query, lead), static row => row.Long(0), cancellationToken))[0];

    private async Task<SearchPage> PageAsync(SearchQuery query, int? lead, long? total, CancellationToken cancellationToken)
    {
        var rows = await reader.QueryAsync(_sql.Page(query, lead), row => Take(row, query.Sort.Count), cancellationToken);
        var page = rows.Take(query.Count).ToList();
        var next = rows.Count > page.Count ? page[^1].Position.Write() : null;
        return new SearchPage([.. page.Select(row => row.Match)], total, next);
    }

    private (StoredResource Match, SearchCursor Position) Take(ISqlRow row, int keys)
        => (VersionRow.Take(row, symbols), new SearchCursor(
            [.. Enumerable.Range(0, keys).Select(key => row.Value(VersionRow.ColumnCount + 1 + key))],
            row.Long(VersionRow.ColumnCount)));
}
