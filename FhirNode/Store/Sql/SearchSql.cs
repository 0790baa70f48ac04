using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql.Filters;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>
/// A search as SQL: one filter leads, the others are asked of its rids. Rows of the index exist for current resources
/// only, so versions are read for the matches of the page alone.
/// </summary>
internal sealed class SearchSql(SqlDialect dialect, ISymbols symbols, DateTimeOffset now)
{
    /// <summary>One row with the number of matches.</summary>
    public SqlQuery Count(SearchQuery query, int? lead)
    {
        var scope = Scope(query);
        return scope.Parameters.Query($"SELECT count(*) FROM ({Matches(query, scope, lead).Distinct}) m");
    }

    /// <summary>One row: how many rids a filter gives, counted up to a limit.</summary>
    public SqlQuery Probe(SearchQuery query, int filter, long limit)
    {
        var scope = Scope(query);
        var source = new FilterCompiler(scope).Compile(query.Clauses[filter]).Source();
        return scope.Parameters.Query($"SELECT count(*) FROM (SELECT 1 AS one FROM {source.From} WHERE {source.Where} LIMIT {scope.Parameters.Add(limit)}) m");
    }

    /// <summary>The filters of the query, to choose the leading one.</summary>
    public IReadOnlyList<FilterSql> Filters(SearchQuery query)
    {
        var compiler = new FilterCompiler(Scope(query));
        return [.. query.Clauses.Select(compiler.Compile)];
    }

    /// <summary>One row more than the page holds: the columns of <see cref="VersionRow"/>, the rid and the sort keys.</summary>
    public SqlQuery Page(SearchQuery query, int? lead)
    {
        var scope = Scope(query);
        var cursor = query.Cursor is { } text ? SearchCursor.Read(text, query.Sort.Count) : null;
        var matches = Matches(query, scope, lead);
        return PageQuery(scope, query, query.Sort.Count == 0 ? ByRid(scope, query, matches, cursor) : Sorted(scope, query, matches, cursor));
    }

    private static string ByRid(QueryScope scope, SearchQuery query, RowSource matches, SearchCursor? cursor)
    {
        var after = cursor is null ? matches : matches.And($"{matches.Rid} > {scope.Parameters.Add(cursor.Rid)}");
        return $"{after.Distinct} ORDER BY rid LIMIT {scope.Parameters.Add(query.Count + 1L)}";
    }

    private static string Sorted(QueryScope scope, SearchQuery query, RowSource matches, SearchCursor? cursor)
    {
        var sorting = new SortSql(scope);
        var keys = string.Concat(query.Sort.Select((_, i) => $", {SortSql.Alias(i)}.k AS k{i}"));
        var joins = string.Concat(query.Sort.Select((sort, i) => sorting.Join(sort, SortSql.Alias(i))));
        var after = cursor is null ? "" : $" WHERE {sorting.After(query.Sort, cursor.Keys, cursor.Rid)}";
        return $"SELECT m.rid{keys} FROM ({matches.Distinct}) m{joins}{after} ORDER BY {SortSql.Order(query.Sort)} LIMIT {scope.Parameters.Add(query.Count + 1L)}";
    }

    private SqlQuery PageQuery(QueryScope scope, SearchQuery query, string page)
    {
        var order = string.Concat(query.Sort.Select((sort, i) => $"p.k{i} IS NULL, p.k{i}{(sort.Descending ? " DESC" : "")}, "));
        var keys = string.Concat(query.Sort.Select((_, i) => $", p.k{i}"));
        var bodies = $"{dialect.OrderedJoin} resource r ON r.rid = p.rid {dialect.OrderedJoin} version v ON v.vid = r.vid";
        return scope.Parameters.Query($"SELECT {VersionRow.Columns}, p.rid{keys} FROM ({page}) p {bodies} ORDER BY {order}p.rid");
    }

    /// <summary>All matches; without a leading filter all resources of the type are candidates.</summary>
    private static RowSource Matches(SearchQuery query, QueryScope scope, int? lead)
    {
        var compiler = new FilterCompiler(scope);
        var filters = query.Clauses.Select(compiler.Compile).ToList();
        var first = lead is { } index ? filters[index] : compiler.Everything();
        var source = first.Source();
        var others = filters.Where(filter => filter != first).Select(filter => filter.On(source.Rid)).ToList();
        return others.Count == 0 ? source : source.And(SqlText.All(others));
    }

    private QueryScope Scope(SearchQuery query) => new(query.Types, symbols, new SqlParameters(dialect), now);
}
