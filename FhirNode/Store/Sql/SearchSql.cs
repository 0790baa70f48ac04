using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>
/// A search as SQL. The clause that is probably most selective leads; the others are asked of its rids. Rows of
/// the index exist for current resources only, so versions are read for the matches of the page alone.
/// </summary>
internal sealed class SearchSql(SqlDialect dialect, ISymbols symbols, DateTimeOffset now)
{
    /// <summary>One row with the number of matches.</summary>
    public SqlQuery Count(SearchQuery query)
    {
        var parameters = new SqlParameters(dialect);
        return parameters.Query($"SELECT count(*) FROM ({Matches(query, parameters)}) m");
    }

    /// <summary>One row more than the page holds: the columns of <see cref="VersionRow"/>, the rid and the sort keys.</summary>
    public SqlQuery Page(SearchQuery query)
    {
        var parameters = new SqlParameters(dialect);
        var sorting = new SortSql(query.ResourceType, symbols, parameters);
        var keys = string.Concat(query.Sort.Select((_, i) => $", {SortSql.Alias(i)}.k AS k{i}"));
        var joins = string.Concat(query.Sort.Select((sort, i) => sorting.Join(sort, SortSql.Alias(i))));
        var matches = Matches(query, parameters);
        var after = query.Cursor is { } text ? After(sorting, query, text) : "";
        var page = $"SELECT m.rid{keys} FROM ({matches}) m{joins}{after} ORDER BY {SortSql.Order(query.Sort)} LIMIT {parameters.Add(query.Count + 1L)}";
        var order = string.Concat(query.Sort.Select((sort, i) => $"p.k{i} IS NULL, p.k{i}{(sort.Descending ? " DESC" : "")}, "));
        var outerKeys = string.Concat(query.Sort.Select((_, i) => $", p.k{i}"));
        return parameters.Query($"SELECT {VersionRow.Columns}, p.rid{outerKeys} FROM ({page}) p {Bodies} ORDER BY {order}p.rid");
    }

    private string Bodies => $"{dialect.OrderedJoin} resource r ON r.rid = p.rid {dialect.OrderedJoin} version v ON v.vid = r.vid";

    private static string After(SortSql sorting, SearchQuery query, string text)
    {
        var cursor = SearchCursor.Read(text, query.Sort.Count);
        return $" WHERE {sorting.After(query.Sort, cursor.Keys, cursor.Rid)}";
    }

    /// <summary>The rids of all matches.</summary>
    private string Matches(SearchQuery query, SqlParameters parameters)
    {
        var compiler = new ClauseCompiler(query.ResourceType, symbols, parameters, now);
        var clauses = query.Clauses.Select(compiler.Compile).OrderBy(clause => clause.Rank).ToList();
        var lead = clauses.FirstOrDefault(clause => !clause.IsNegated) ?? compiler.Everything();
        var others = string.Concat(clauses.Where(clause => clause != lead).Select(clause => " AND " + clause.On("d.rid")));
        var distinct = lead.Table == "resource" ? "" : "DISTINCT ";
        return $"SELECT {distinct}d.rid AS rid FROM {lead.Table} d WHERE {lead.Condition}{others}";
    }
}
