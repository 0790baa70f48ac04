using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search.Includes;

/// <summary>What resources refer to. Their own content says so, so the index need not be asked.</summary>
internal static class ForwardIncludes
{
    /// <summary>Searches that find the targets: one for each type, of those that are not known yet.</summary>
    public static IReadOnlyList<SearchQuery> Queries(SearchInclude include, IReadOnlyList<StoredResource> sources, IReadOnlySet<(string Type, string Id)> known, string? baseUrl)
    {
        var references = sources
            .Where(source => source.ResourceType == include.SourceType)
            .SelectMany(source => ReferenceFinder.Find(source.Resource!, include.Code, baseUrl))
            .Distinct()
            .ToList();
        return [.. ById(include, references, known), .. ByUrl(include, references)];
    }

    private static IEnumerable<SearchQuery> ById(SearchInclude include, IReadOnlyList<FoundReference> references, IReadOnlySet<(string Type, string Id)> known)
        => references
            .Where(reference => reference.Type is { } type && (include.TargetType ?? type) == type && !known.Contains((type, reference.Target)) && !reference.Target.Contains(':', StringComparison.Ordinal))
            .GroupBy(reference => reference.Type!, reference => reference.Target)
            .Select(group => Query(group.Key, "_id", SearchKind.Id, group));

    // A canonical names no type: each that the parameter may refer to is asked for its URL.
    private static IEnumerable<SearchQuery> ByUrl(SearchInclude include, IReadOnlyList<FoundReference> references)
    {
        var urls = references.Where(reference => reference.Type is null && reference.Target.Contains(':', StringComparison.Ordinal)).Select(reference => reference.Target).ToList();
        return urls.Count == 0
            ? []
            : Targets(include).Where(type => R5Definitions.Instance.SearchParameter(type, "url") is { Type: "uri" }).Select(type => Query(type, "url", SearchKind.Uri, urls));
    }

    private static IEnumerable<string> Targets(SearchInclude include)
    {
        var parameters = R5Definitions.Instance.SearchParameters(include.SourceType).Where(parameter => parameter.Type == "reference" && (include.Code ?? parameter.Code) == parameter.Code);
        var targets = parameters.SelectMany(parameter => parameter.Targets).Distinct();
        return include.TargetType is { } only ? targets.Where(target => target == only) : targets;
    }

    private static SearchQuery Query(string type, string code, SearchKind kind, IEnumerable<string> values)
        => new(type, [new SearchClause(code, kind, null, [.. values.Select(value => new SearchValue(null, SearchText.Escape(value)))])], [], 0);
}
