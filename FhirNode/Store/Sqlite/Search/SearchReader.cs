using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sqlite.Connections;
using GenoMed.Fhir.Store.Sqlite.Reads;

namespace GenoMed.Fhir.Store.Sqlite.Search;

/// <summary>
/// Runs a search. The clause that is probably most selective leads; the others are asked of its rids. Rows of
/// the index exist for current resources only, so versions are read for the matches of the page alone.
/// </summary>
internal sealed class SearchReader(SqliteSession session, SymbolTable symbols, TimeProvider time)
{
    private const string Bodies = "CROSS JOIN resource r ON r.rid = p.rid CROSS JOIN version v ON v.vid = r.vid";

    public SearchPage Read(SearchQuery query)
    {
        // One read transaction, so that the total and the page are of the same moment.
        session.Prepare("BEGIN").Execute();
        try
        {
            var total = query.WithTotal || query.Count == 0 ? Count(query) : (long?)null;
            return query.Count == 0 ? new SearchPage([], total, null) : Page(query, total);
        }
        finally
        {
            session.Prepare("COMMIT").Execute();
        }
    }

    private long Count(SearchQuery query)
    {
        var parameters = new SqlParameters();
        var sql = $"SELECT count(*) FROM ({Matches(query, parameters)})";
        return session.Prepare(sql).BindAll(parameters.Values).Single(row => row.Long(0));
    }

    private SearchPage Page(SearchQuery query, long? total)
    {
        var parameters = new SqlParameters();
        var sql = PageSql(query, parameters);
        var rows = session.Prepare(sql).BindAll(parameters.Values).All(row => Take(row, query.Sort.Count));
        var page = rows.Take(query.Count).ToList();
        var next = rows.Count > page.Count ? page[^1].Position.Write() : null;
        return new SearchPage([.. page.Select(row => row.Match)], total, next);
    }

    private (StoredResource Match, SearchCursor Position) Take(SqliteStatement row, int keys)
        => (VersionReader.Take(row, symbols), new SearchCursor(
            [.. Enumerable.Range(0, keys).Select(key => row.Value(VersionReader.ColumnCount + 1 + key))],
            row.Long(VersionReader.ColumnCount)));

    private string PageSql(SearchQuery query, SqlParameters parameters)
    {
        var sorting = new SortSql(query.ResourceType, symbols, parameters);
        var keys = string.Concat(query.Sort.Select((_, i) => $", {SortSql.Alias(i)}.k AS k{i}"));
        var joins = string.Concat(query.Sort.Select((sort, i) => sorting.Join(sort, SortSql.Alias(i))));
        var matches = Matches(query, parameters);
        var after = query.Cursor is { } text ? After(sorting, query, text) : "";
        var page = $"SELECT m.rid{keys} FROM ({matches}) m{joins}{after} ORDER BY {SortSql.Order(query.Sort)} LIMIT {parameters.Add(query.Count + 1L)}";
        var order = string.Concat(query.Sort.Select((sort, i) => $"p.k{i} IS NULL, p.k{i}{(sort.Descending ? " DESC" : "")}, "));
        var outerKeys = string.Concat(query.Sort.Select((_, i) => $", p.k{i}"));
        return $"SELECT {VersionReader.Columns}, p.rid{outerKeys} FROM ({page}) p {Bodies} ORDER BY {order}p.rid";
    }

    private static string After(SortSql sorting, SearchQuery query, string text)
    {
        var cursor = SearchCursor.Read(text, query.Sort.Count);
        return $" WHERE {sorting.After(query.Sort, cursor.Keys, cursor.Rid)}";
    }

    /// <summary>The rids of all matches.</summary>
    private string Matches(SearchQuery query, SqlParameters parameters)
    {
        var compiler = new ClauseCompiler(query.ResourceType, symbols, parameters, time.GetUtcNow());
        var clauses = query.Clauses.Select(compiler.Compile).OrderBy(clause => clause.Rank).ToList();
        var lead = clauses.FirstOrDefault(clause => !clause.IsNegated) ?? compiler.Everything();
        var others = string.Concat(clauses.Where(clause => clause != lead).Select(clause => " AND " + clause.On("d.rid")));
        var distinct = lead.Table == "resource" ? "" : "DISTINCT ";
        return $"SELECT {distinct}d.rid AS rid FROM {lead.Table} d WHERE {lead.Condition}{others}";
    }
}
