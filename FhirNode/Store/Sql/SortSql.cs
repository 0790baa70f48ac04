using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql.Filters;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>A sort key as a column of the outer query: the least of a resource's values, or the greatest when descending. Absent values come last.</summary>
internal sealed class SortSql(QueryScope scope)
{
    /// <summary>A table of (rid, k) under this alias, to be joined to the matches.</summary>
    public string Join(SearchSort sort, string alias)
    {
        var (table, column) = Source(sort);
        if (table == "resource")
        {
            return $" LEFT JOIN (SELECT rid, {column} AS k FROM resource) {alias} ON {alias}.rid = m.rid";
        }

        var best = sort.Descending ? "max" : "min";
        return $" LEFT JOIN (SELECT rid, {best}({column}) AS k FROM {table} WHERE {scope.Parameter(sort.Code)} GROUP BY rid) {alias} ON {alias}.rid = m.rid";
    }

    /// <summary>What comes after a row with these keys and rid.</summary>
    public string After(IReadOnlyList<SearchSort> sorts, IReadOnlyList<object?> keys, long rid)
    {
        var condition = $"m.rid > {scope.Parameters.Add(rid)}";
        for (var i = sorts.Count - 1; i >= 0; i--)
        {
            var column = Alias(i) + ".k";
            var mark = keys[i] is { } key ? scope.Parameters.Add(key) : null;
            var further = sorts[i].Descending ? '<' : '>';
            condition = mark is null
                ? $"({column} IS NULL AND {condition})"
                : $"({column} {further} {mark} OR {column} IS NULL OR ({column} = {mark} AND {condition}))";
        }

        return condition;
    }

    public static string Alias(int index) => $"s{index}";

    public static string Order(IReadOnlyList<SearchSort> sorts)
        => string.Concat(sorts.Select((sort, i) => $"{Alias(i)}.k IS NULL, {Alias(i)}.k{(sort.Descending ? " DESC" : "")}, ")) + "m.rid";

    private static (string Table, string Column) Source(SearchSort sort) => sort switch
    {
        { Kind: SearchKind.Id } => ("resource", "id"),
        { Code: "_lastUpdated" } => ("resource", "updated"),
        { Kind: SearchKind.Date } => ("date_index", sort.Descending ? "high" : "low"),
        { Kind: SearchKind.Number or SearchKind.Quantity } => (IndexTables.Name(sort.Kind), sort.Descending ? "high" : "low"),
        { Kind: SearchKind.Token } => ("token_index", "code"),
        { Kind: SearchKind.String } => ("string_index", "folded"),
        { Kind: SearchKind.Reference } => ("reference_index", "target"),
        _ => (IndexTables.Name(sort.Kind), "value"),
    };
}
