using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql.Filters;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>The codes of those token parameters of a sort that have few (a status, a gender): tokens have no index by resource.</summary>
internal sealed class SortCodes
{
    /// <summary>Codes of a parameter that still are few: as many steps find a resource's.</summary>
    private const int Few = 32;

    private readonly Dictionary<string, IReadOnlyList<string>> _codes = [];

    /// <summary>All codes of the key's parameter; null where they are many, or the key is of another kind.</summary>
    public IReadOnlyList<string>? Of(SearchSort sort) => sort.Kind == SearchKind.Token ? _codes.GetValueOrDefault(sort.Code) : null;

    /// <summary>Asks for the codes of a query's keys.</summary>
    public static async Task<SortCodes> OfAsync(ISqlReader reader, SearchSql sql, SearchQuery query, CancellationToken cancellationToken)
    {
        var found = new SortCodes();
        foreach (var sort in query.Sort.Where(sort => sort.Kind == SearchKind.Token && !found._codes.ContainsKey(sort.Code)))
        {
            if (sql.Codes(sort, Few + 1L) is { } probe)
            {
                var codes = await reader.QueryAsync(probe, static row => row.Text(0), cancellationToken);
                if (codes.Count is > 0 and <= Few)
                {
                    found._codes.Add(sort.Code, codes);
                }
            }
        }

        return found;
    }

    /// <summary>The different codes of a parameter, from one to the next greater by the table's key; null where its rows are not one stretch of it.</summary>
    public static SqlQuery? Query(QueryScope scope, SearchSort sort, long limit)
    {
        if (!scope.IsOnePlace(sort.Code))
        {
            return null;
        }

        var first = $"SELECT min(t.code) FROM token_index t WHERE {scope.Rows(sort.Code, "t")}";
        var next = $"SELECT min(t.code) FROM token_index t WHERE {scope.Rows(sort.Code, "t")} AND t.code > c.code";
        return scope.Parameters.Query(
            $"WITH RECURSIVE c (code) AS ({first} UNION ALL SELECT ({next}) FROM c WHERE c.code IS NOT NULL) SELECT c.code FROM c WHERE c.code IS NOT NULL LIMIT {scope.Parameters.Add(limit)}");
    }
}
