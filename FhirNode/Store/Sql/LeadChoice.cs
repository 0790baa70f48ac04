using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>
/// Chooses the filter that leads a search. Where several could, each is asked how many resources it gives, counted up
/// to a bound: what a filter of that kind usually gives says little about this one.
/// </summary>
internal static class LeadChoice
{
    /// <summary>A filter that gives fewer leads without the others being asked.</summary>
    private const long Few = 50;

    /// <summary>Rows counted for each filter; all that give more are alike.</summary>
    private const long Many = 2000;

    /// <summary>Filters asked at most.</summary>
    private const int Asked = 4;

    public static async Task<Lead> OfAsync(ISqlReader reader, SearchSql sql, SearchQuery query, CancellationToken cancellationToken)
    {
        var ranked = sql.Filters.Select((filter, index) => (Sql: filter, Index: index)).Where(filter => filter.Sql.CanLead).OrderBy(filter => filter.Sql.Rank).ToList();
        if (ranked.Count == 0)
        {
            return new Lead(null, IsMany: true);
        }

        if (ranked[0].Sql.Rank == 0 || (ranked is [{ Sql.IsOrdered: true }] && query.Sort.Count == 0))
        {
            return new Lead(ranked[0].Index, IsMany: false);
        }

        var (best, least) = (ranked[0].Index, long.MaxValue);
        foreach (var (_, index) in ranked.Take(Asked))
        {
            var found = (await reader.QueryAsync(sql.Probe(index, Math.Min(least, Many)), static row => row.Long(0), cancellationToken))[0];
            (best, least) = found < least ? (index, found) : (best, least);
            if (least < Few)
            {
                break;
            }
        }

        return new Lead(best, IsMany: least >= Many, least < Few ? [] : await ListedAsync(reader, sql, best, cancellationToken));
    }

    private static async Task<IReadOnlyList<int>> ListedAsync(ISqlReader reader, SearchSql sql, int lead, CancellationToken cancellationToken)
    {
        var listed = new List<int>();
        for (var filter = 0; filter < sql.Filters.Count; filter++)
        {
            if (filter != lead && sql.ProbeTargets(filter, Many) is { } probe && (await reader.QueryAsync(probe, static row => row.Long(0), cancellationToken))[0] < Many)
            {
                listed.Add(filter);
            }
        }

        return listed;
    }
}
