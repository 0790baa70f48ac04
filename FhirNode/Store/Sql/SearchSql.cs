using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql.Filters;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>
/// A search as SQL: one filter leads, the others are asked of its rids. Rows of the index exist for current resources
/// only, so versions are read for the matches of the page alone.
/// </summary>
internal sealed class SearchSql(SqlDialect dialect, ISymbols symbols, DateTimeOffset now, SearchQuery query)
{
    private readonly IReadOnlyList<IReadOnlyList<SearchFilter>> _filters = DateGroups.Of(query);

    /// <summary>The filters in their order, to choose the leading one.</summary>
    public IReadOnlyList<FilterSql> Filters => Compile(Scope());

    /// <summary>See <see cref="Lead.Listed"/>; known once the search is led.</summary>
    public IReadOnlyList<int> Listed { get; set; } = [];

    /// <summary>The codes of the sort's keys; known once they were asked for.</summary>
    public SortCodes SortCodes { get; set; } = new();

    /// <summary>See <see cref="Sql.SortCodes.Query"/>.</summary>
    public SqlQuery? Codes(SearchSort sort, long limit) => Sql.SortCodes.Query(Scope(), sort, limit);

    /// <summary>One row with the number of matches.</summary>
    public SqlQuery Count(int? lead)
    {
        var scope = Scope();
        return scope.Parameters.Query($"SELECT count(*) FROM ({Matches(scope, lead).Distinct}) m");
    }

    /// <summary>One row: how many rids a filter gives, counted up to a limit.</summary>
    public SqlQuery Probe(int filter, long limit)
    {
        var scope = Scope();
        return Probe(scope, Compile(scope)[filter].Source(), limit);
    }

    /// <summary>The same for the resources that a chain leads to; null where the filter is none.</summary>
    public SqlQuery? ProbeTargets(int filter, long limit)
    {
        var scope = Scope();
        return Compile(scope)[filter] is ChainSql chain && chain.Targets() is { } targets ? Probe(scope, targets, limit) : null;
    }

    /// <summary>A page without sort keys. One row more than it holds: the columns of <see cref="VersionRow"/> and the rid.</summary>
    public SqlQuery ByRid(int? lead, SearchCursor? cursor)
    {
        var scope = Scope();
        var matches = Matches(scope, lead);
        var after = cursor is null ? matches : matches.And($"{matches.Rid} > {scope.Parameters.Add(cursor.Rid)}");
        return Bodies(scope, $"{after.Distinct} ORDER BY rid LIMIT {scope.Parameters.Add(query.Count + 1L)}", 0);
    }

    /// <summary>A page of all matches, sorted: the keys stand behind the rid.</summary>
    public SqlQuery Sorted(int? lead, SearchCursor? cursor)
    {
        var scope = Scope();
        var sorting = new SortSql(scope, SortCodes);
        var keys = string.Concat(query.Sort.Select((sort, i) => $", {sorting.Key(sort, i, "m.rid")} AS k{i}"));
        var matches = $"SELECT m.rid{keys} FROM ({sorting.WithKeys(query.Sort, () => Matches(scope, lead).Distinct)}) m";
        var after = cursor is null ? "" : $" WHERE {sorting.After(query.Sort, cursor.Keys, cursor.Rid, 0, "s")}";
        return Bodies(scope, $"SELECT * FROM ({matches}) s{after} ORDER BY {SortSql.Order(query.Sort, 0, "s")} LIMIT {scope.Parameters.Add(query.Count + 1L)}", query.Sort.Count);
    }

    /// <summary>The first matches that have the first key, found by walking along that key's index.</summary>
    public SqlQuery Walk(SearchCursor? cursor)
    {
        var scope = Scope();
        var sorting = new SortSql(scope, SortCodes);
        var walk = sorting.Walk(query.Sort[0], Compile(scope), cursor?.Keys[0]);
        return Walked(scope, sorting, walk, 0, cursor, query.Count + 1L);
    }

    /// <summary>Matches that have no value of the first key: they come last.</summary>
    public SqlQuery WalkRest(SearchCursor? cursor, long limit)
    {
        var scope = Scope();
        var sorting = new SortSql(scope, SortCodes);
        var filters = Compile(scope);
        var source = new FilterCompiler(scope).Everything().Source();
        var rest = source.And(SqlText.All([sorting.HasNone(query.Sort[0], source.Rid), .. filters.Select(filter => filter.On(source.Rid))]));
        return Walked(scope, sorting, $"SELECT {rest.Rid} AS rid, NULL AS k0 FROM {rest.From} WHERE {rest.Where}", 1, cursor, limit);
    }

    private static SqlQuery Probe(QueryScope scope, RowSource source, long limit)
        => scope.Parameters.Query($"SELECT count(*) FROM (SELECT 1 AS one FROM {source.From} WHERE {source.Where} LIMIT {scope.Parameters.Add(limit)}) m");

    private SqlQuery Walked(QueryScope scope, SortSql sorting, string walk, int first, SearchCursor? cursor, long limit)
    {
        var keys = string.Concat(query.Sort.Skip(1).Select((sort, i) => $", {sorting.Key(sort, i + 1, "w.rid")} AS k{i + 1}"));
        var walked = $"SELECT w.rid, w.k0{keys} FROM ({walk}) w";
        var after = cursor is null ? "" : $" WHERE {sorting.After(query.Sort, cursor.Keys, cursor.Rid, first, "s")}";
        return Bodies(scope, $"SELECT * FROM ({walked}) s{after} ORDER BY {SortSql.Order(query.Sort, first, "s", mayBeNull: first > 0)} LIMIT {scope.Parameters.Add(limit)}", query.Sort.Count);
    }

    private SqlQuery Bodies(QueryScope scope, string page, int keyCount)
    {
        var keys = string.Concat(Enumerable.Range(0, keyCount).Select(i => $", p.k{i}"));
        var bodies = $"{dialect.OrderedJoin} resource r ON r.rid = p.rid {dialect.OrderedJoin} version v ON v.vid = r.vid";
        return scope.Parameters.Query($"SELECT {VersionRow.Columns}, p.rid{keys} FROM ({page}) p {bodies} ORDER BY {SortSql.Order(query.Sort, 0, "p")}");
    }

    /// <summary>All matches; without a leading filter all resources of the type are candidates.</summary>
    private RowSource Matches(QueryScope scope, int? lead)
    {
        var filters = Compile(scope);
        var first = lead is { } index ? filters[index] : new FilterCompiler(scope).Everything();
        var source = first.Source();
        var others = filters.Where(filter => filter != first).Select(filter => filter.On(source.Rid)).ToList();
        return others.Count == 0 ? source : source.And(SqlText.All(others));
    }

    private List<FilterSql> Compile(QueryScope scope)
    {
        var compiler = new FilterCompiler(scope);
        return [.. _filters.Select((group, i) => Compile(compiler, scope, group, isListed: Listed.Contains(i)))];
    }

    private static FilterSql Compile(FilterCompiler compiler, QueryScope scope, IReadOnlyList<SearchFilter> group, bool isListed)
    {
        var filter = group.Count == 1 ? compiler.Compile(group[0]) : new DateRangeSql(scope, [.. group.Cast<SearchClause>()]);
        return isListed && filter is ChainSql chain ? chain.Listed() : filter;
    }

    private QueryScope Scope() => new(query.Types, symbols, new SqlParameters(dialect), now);
}
