using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Operations.Export;

/// <summary>The types whose resources decide on the matches of a search: its own, and those that chains lead to.</summary>
internal static class FilterTypes
{
    public static IEnumerable<string> Of(SearchQuery query) => query.Types.Concat(query.Clauses.SelectMany(Of));

    private static IEnumerable<string> Of(SearchFilter filter) => filter switch
    {
        ChainFilter chain => chain.Filters.SelectMany(Of).Prepend(chain.TargetType),
        ReverseChainFilter chain => chain.Filters.SelectMany(Of).Prepend(chain.SourceType),
        AllFilter all => all.Filters.SelectMany(Of),
        AnyFilter any => any.Filters.SelectMany(Of),
        NotFilter not => Of(not.Filter),
        _ => [],
    };
}
