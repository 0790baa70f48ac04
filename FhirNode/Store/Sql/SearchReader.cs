using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>Runs a search on a snapshot: the total and the page are of the same moment.</summary>
internal sealed class SearchReader(ISqlReader reader, SqlDialect dialect, ISymbols symbols, TimeProvider time)
{
    public async Task<SearchPage> ReadAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var sql = new SearchSql(dialect, symbols, time.GetUtcNow(), query);
        var lead = await LeadChoice.OfAsync(reader, sql, query, cancellationToken);
        sql.Listed = lead.Listed;
        sql.SortCodes = await SortCodes.OfAsync(reader, sql, query, cancellationToken);
        var rows = query.Count == 0 ? [] : await RowsAsync(sql, lead, query, cancellationToken);
        var page = rows.Take(query.Count).ToList();
        var next = rows.Count > page.Count ? page[^1].Position.Write() : null;
        return new SearchPage([.. page.Select(row => row.Match)], await TotalAsync(sql, lead, query, rows.Count, cancellationToken), next);
    }

    // The first page that is also the last has counted them.
    private async Task<long?> TotalAsync(SearchSql sql, Lead lead, SearchQuery query, int found, CancellationToken cancellationToken)
    {
        if (query.Count > 0 && query.Cursor is null && found <= query.Count)
        {
            return query.WithTotal ? found : null;
        }

        return query.WithTotal || query.Count == 0 ? (await reader.QueryAsync(sql.Count(lead.Filter), static row => row.Long(0), cancellationToken))[0] : null;
    }

    private async Task<List<FoundRow>> RowsAsync(SearchSql sql, Lead lead, SearchQuery query, CancellationToken cancellationToken)
    {
        var cursor = query.Cursor is { } text ? SearchCursor.Read(text, query.Sort.Count) : null;
        if (query.Sort.Count == 0)
        {
            return await QueryAsync(sql.ByRid(lead.IsMany ? null : lead.Filter, cursor), 0, cancellationToken);
        }

        return lead.IsMany && query.Sort.All(sort => SortSql.IsSeek(sort, sql.SortCodes))
            ? await WalkAsync(sql, query, cursor, cancellationToken)
            : await QueryAsync(sql.Sorted(lead.Filter, cursor), query.Sort.Count, cancellationToken);
    }

    private async Task<List<FoundRow>> WalkAsync(SearchSql sql, SearchQuery query, SearchCursor? cursor, CancellationToken cancellationToken)
    {
        var isInRest = cursor is { Keys: [null, ..] };
        var rows = isInRest ? [] : await QueryAsync(sql.Walk(cursor), query.Sort.Count, cancellationToken);
        if (rows.Count <= query.Count)
        {
            rows.AddRange(await QueryAsync(sql.WalkRest(isInRest ? cursor : null, query.Count + 1L - rows.Count), query.Sort.Count, cancellationToken));
        }

        return rows;
    }

    private async Task<List<FoundRow>> QueryAsync(SqlQuery query, int keys, CancellationToken cancellationToken)
        => await reader.QueryAsync(query, row => Take(row, keys), cancellationToken);

    private FoundRow Take(ISqlRow row, int keys)
        => new(VersionRow.Take(row, symbols), new SearchCursor(
            [.. Enumerable.Range(0, keys).Select(key => row.Value(VersionRow.ColumnCount + 1 + key))],
            row.Long(VersionRow.ColumnCount)));

    private sealed record FoundRow(StoredResource Match, SearchCursor Position);
}
