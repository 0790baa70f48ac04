using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql.Filters;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>Sort keys: the least of a resource's values, or the greatest when descending. Absent values come last.</summary>
internal sealed class SortSql(QueryScope scope)
{
    /// <summary>Whether an index gives a resource's values of the key, so that few matches need few steps and a walk along the key knows where a resource belongs.</summary>
    public static bool IsSeek(SearchSort sort) => SortColumns.Of(sort) is { IsOfResource: true } || IndexTables.HasResourceIndex(sort.Kind);

    /// <summary>A join to the matches <c>m</c>, for a key that <see cref="IsSeek"/> does not hold for; else nothing.</summary>
    public string Join(SearchSort sort, int index)
    {
        if (IsSeek(sort))
        {
            return "";
        }

        var columns = SortColumns.Of(sort);
        return $" LEFT JOIN (SELECT rid, {Best(sort)}({columns.Key}) AS k FROM {columns.Table} WHERE {scope.Rows(sort.Code)} GROUP BY rid) j{index} ON j{index}.rid = m.rid";
    }

    /// <summary>The key of the rid in a column.</summary>
    public string Key(SearchSort sort, int index, string rid)
    {
        if (!IsSeek(sort))
        {
            return $"j{index}.k";
        }

        var columns = SortColumns.Of(sort);
        var alias = scope.Parameters.Alias();
        return columns.IsOfResource
            ? $"(SELECT {alias}.{columns.Key} FROM resource {alias} WHERE {alias}.rid = {rid})"
            : $"(SELECT {Best(sort)}({alias}.{columns.Key}) FROM {columns.Table} {alias} WHERE {alias}.rid = {rid} AND {scope.Rows(sort.Code, alias)})";
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
            : $"NOT EXISTS (SELECT 1 FROM {columns.Table} {alias} WHERE {alias}.rid = {rid} AND {scope.Rows(sort.Code, alias)})";
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

    private static string Best(SearchSort sort) => sort.Descending ? "max" : "min";

    // Of several values of a resource one counts; the columns behind the key decide between equal ones.
    private string Better(SearchSort sort, SortColumns columns, string alias)
    {
        var other = scope.Parameters.Alias();
        return $"SELECT 1 FROM {columns.Table} {other} WHERE {other}.rid = {alias}.rid AND {scope.Rows(sort.Code, other)} "
            + $"AND {columns.Row(other)} {(sort.Descending ? '>' : '<')} {columns.Row(alias)}";
    }
}
