using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql.Filters;

/// <summary>Puts the conditions on one date together (<c>date=ge2024&amp;date=lt2025</c>), where a resource has one such date at most: each alone selects far more than both.</summary>
internal static class DateGroups
{
    /// <summary>The filters; those that belong together are one list.</summary>
    public static IReadOnlyList<IReadOnlyList<SearchFilter>> Of(SearchQuery query)
        => [.. CompositeClauses.Expand(query).Select((filter, i) => (filter, i)).GroupBy(pair => Key(query, pair.filter, pair.i), pair => pair.filter).Select(IReadOnlyList<SearchFilter> (group) => [.. group])];

    private static object Key(SearchQuery query, SearchFilter filter, int index)
        => filter is SearchClause { Kind: SearchKind.Date, Modifier: null, Code: not "_lastUpdated" } clause && query.Types is [var type] && SingleValues.Has(type, clause.Code)
            ? clause.Code
            : index;
}
