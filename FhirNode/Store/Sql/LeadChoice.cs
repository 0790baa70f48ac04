using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>
/// Chooses the filter that leads a search. Where several could, each is asked how many resources it gives, counted up
/// to a bound: what a filter of that kind usually gives says little about this one.
/// </summary>
internal sealed class LeadChoice(ISqlReader reader, SearchSql sql)
{
    /// <summary>A filter that gives fewer leads without the others being asked.</summary>
    private const long Few = 50;

    /// <summary>Rows counted for each filter; all that give more are alike.</summary>
    private const long Many = 2000;

    /// <summary>Filters asked at most.</summary>
    private const int Asked = 4;

    /// <summary>The position of the filter in the query, or null when none can lead.</summary>
    public async Task<int?> OfAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var ranked = sql.Filters(query).Select((filter, index) => (filter, index)).Where(pair => pair.filter.CanLead).OrderBy(pair => pair.filter.Rank).ToList();
        if (ranked.Count < 2 || ranked[0].filter.Rank == 0)
        {
            return ranked.Count == 0 ? null : ranked[0].index;
        }

        var (best, least) = (ranked[0].index, long.MaxValue);
        foreach (var (_, index) in ranked.Take(Asked))
        {
            var found = await ProbeAsync(query, index, cancellationToken);
            (best, least) = found < least ? (index, found) : (best, least);
            if (least < Few)
            {
                break;
            }
        }

        return best;
    }

    private async Task<long> ProbeAsync(SearchQuery query, int filter, CancellationToken cancellationToken)
        => (await reader.QueryAsync(sql.Probe(query, filter, Many), static row => row.Long(0), cancellationToken))[0];
}
