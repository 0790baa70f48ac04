using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search.Includes;

/// <summary>What refers to resources: the reference index is keyed by what is referred to.</summary>
internal static class ReverseIncludes
{
    /// <summary>The search that finds the sources; none where nothing on the page can be referred to.</summary>
    public static IReadOnlyList<SearchQuery> Queries(SearchInclude include, IReadOnlyList<StoredResource> targets)
    {
        var filters = References(include).Select(parameter => Filter(include, parameter, targets)).OfType<SearchFilter>().ToList();
        return filters.Count == 0 ? [] : [new SearchQuery(include.SourceType, [filters.Count == 1 ? filters[0] : new AnyFilter(filters)], [], 0)];
    }

    private static IEnumerable<SearchParameterDefinition> References(SearchInclude include)
        => R5Definitions.Instance.SearchParameters(include.SourceType)
            .Where(parameter => SearchKinds.Of(parameter) == SearchKind.Reference && (include.Code ?? parameter.Code) == parameter.Code);

    private static SearchClause? Filter(SearchInclude include, SearchParameterDefinition parameter, IReadOnlyList<StoredResource> targets)
    {
        var values = targets
            .Where(target => (include.TargetType ?? target.ResourceType) == target.ResourceType
                && (parameter.Targets.Count == 0 || parameter.Targets.Contains(target.ResourceType)))
            .Select(target => new SearchValue(null, $"{target.ResourceType}/{target.Id}"))
            .ToList();
        return values.Count == 0 ? null : new SearchClause(parameter.Code, SearchKind.Reference, null, values);
    }
}
