using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql.Filters;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>Sort keys: the least of a resource's values, or the greatest when descending. Absent values come last.</summary>
internal sealed class SortSql(QueryScope scope, SortCodes codes)
{
    /// <summary>Whether an index gives a resource's values of the key, so that few matches need few steps and a walk along the key knows where a resource belongs.</summary>
    public static bool IsSeek(SearchSort sort, SortCodes codes)
        => SortColumns.Of(sort) is { IsOfResource: true } || IndexTables.HasResourceIndex(sort.Kind) || codes.Of(sort) is not null;

    /// <summary>
    /// The matches with their keys <c>k</c> of those sorts that <see cref="IsSeek"/> does not hold for: all values of the
    /// parameter are read, and those of the matches kept.
    /// </summary>
    /// <param name="sorts">The keys.</param>
    /// <param name="matches">A SELECT of the rids, made anew for each place it stands in.</param>
    public string WithKeys(IReadOnlyList<SearchSort> sorts, Func<string> matches)
    {
        var (source, known) = (matches(), new List<string>());
        for (var i = 0; i < sorts.Count; i++)
        {
            if (!IsSeek(sorts[i], codes))
            {
                source = WithKey(sorts[i], $"k{i}", source, known, matches());
                known.Add($"k{i}");
            }
        }

        return source;
    }

    /// <summary>The key of the rid in a column.</summary>
    public string Key(SearchSort sort, int index, string rid)
    {
        if (!IsSeek(sort, codes))
        {
            return $"m.k{index}";
        }

        var columns = SortColumns.Of(sort);
        var alias = scope.Parameters.Alias();
        return columns.IsOfResource
            ? $"(SELECT {alias}.{columns.Key} FROM resource {alias} WHERE {alias}.rid = {rid})"
            : $"(SELECT {Best(sort)}({alias}.{columns.Key}) FROM {columns.Table} {alias} WHERE {alias}.rid = {rid} AND {Rows(sort, alias)})";
    }

    /// <summary>The rid and key <c>k0</c> of each match that has the key, from the index of the key.</summary>
    public string Walk(SearchSort sort, IReadOnlyList<FilterSql> filters, object? from)
    {
        var columns = SortColumns.Of(sort);
        var alias = scope.Parameters.Alias();
        List<string> conditions = columns.IsOfResource
            ? [scope.TypeCondition($"{alias}.type"), $"{alias}.deleted = 0"]
            : [scope.Rows(sort.Code, alias), $"NOT EXISTS ({Better(sort, columns, alias)})"];
        if (from is not null)
        {
            conditions.Add($"{alias}.{columns.Key} {(sort.Descending ? "<=" : ">=")} {scope.Parameters.Add(from)}");
        }

        conditions.AddRange(filters.Select(filter => filter.On($"{alias}.rid")));
        return $"SELECT {alias}.rid AS rid, {alias}.{columns.Key} AS k0 FROM {columns.Table} {alias} WHERE {SqlText.All(conditions)}";
    }

    /// <summary>A condition: the resource has no value of the key.</summary>
    public string HasNone(SearchSort sort, string rid)
    {
        var columns = SortColumns.Of(sort);
        var alias = scope.Parameters.Alias();
        return columns.IsOfResource
            ? "1 = 0"
            : $"NOT EXISTS (SELECT 1 FROM {columns.Table} {alias} WHERE {alias}.rid = {rid} AND {Rows(sort, alias)})";
    }

    /// <summary>What comes after a row with these keys and rid, from a key on.</summary>
    public string After(IReadOnlyList<SearchSort> sorts, IReadOnlyList<object?> keys, long rid, int first, string table)
    {
        var condition = $"{table}.rid > {scope.Parameters.Add(rid)}";
        for (var i = sorts.Count - 1; i >= first; i--)
        {
            var column = $"{table}.k{i}";
            var mark = keys[i] is { } key ? scope.Parameters.Add(key) : null;
            var further = sorts[i].Descending ? '<' : '>';
            condition = mark is null
                ? $"({column} IS NULL AND {condition})"
                : $"({column} {further} {mark} OR {column} IS NULL OR ({column} = {mark} AND {condition}))";
        }

        return condition;
    }

    /// <summary>The order from a key on; without the question for absent keys an index can give it.</summary>
    public static string Order(IReadOnlyList<SearchSort> sorts, int first, string table, bool mayBeNull = true)
        => string.Concat(sorts.Skip(first).Select((sort, i) => $"{(mayBeNull || i > 0 ? $"{table}.k{i + first} IS NULL, " : "")}{table}.k{i + first}{(sort.Descending ? " DESC" : "")}, ")) + $"{table}.rid";

    private string WithKey(SearchSort sort, string key, string source, IReadOnlyList<string> known, string matches)
    {
        var columns = SortColumns.Of(sort);
        var (found, value) = (scope.Parameters.Alias(), scope.Parameters.Alias());
        var values = $"SELECT {value}.rid{string.Concat(known.Select(_ => ", NULL"))}, {value}.{columns.Key} FROM {columns.Table} {value} WHERE {scope.Rows(sort.Code, value)} AND {value}.rid IN ({matches})";
        var all = $"SELECT rid{string.Concat(known.Select(name => $", {name}"))}, NULL AS {key} FROM ({source}) {found} UNION ALL {values}";
        return $"SELECT rid{string.Concat(known.Select(name => $", max({name}) AS {name}"))}, {Best(sort)}({key}) AS {key} FROM ({all}) {scope.Parameters.Alias()} GROUP BY rid";
    }

    // Where a parameter has few codes, naming all of them makes the key of the tokens lead to one resource's.
    private string Rows(SearchSort sort, string alias)
        => codes.Of(sort) is { } all ? $"{scope.Rows(sort.Code, alias)} AND {scope.Parameters.In($"{alias}.code", all)}" : scope.Rows(sort.Code, alias);

    private static string Best(SearchSort sort) => sort.Descending ? "max" : "min";

    // Of several values of a resource one counts; the columns behind the key decide between equal ones.
    private string Better(SearchSort sort, SortColumns columns, string alias)
    {
        var other = scope.Parameters.Alias();
        return $"SELECT 1 FROM {columns.Table} {other} WHERE {other}.rid = {alias}.rid AND {Rows(sort, other)} "
            + $"AND {columns.Row(other)} {(sort.Descending ? '>' : '<')} {columns.Row(alias)}";
    }
}
