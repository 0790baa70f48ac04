using System.Collections.Concurrent;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Validation;

/// <summary>Finds what refers to a resource, of whatever type, by the reference parameters of the index.</summary>
internal sealed class ReferrerSearch(IResourceStore store)
{
    private const int PageSize = 50;

    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Parameters = new(StringComparer.Ordinal);

    /// <summary>The referrers as <c>Type/id</c>, the resource itself left out; they are read as far as they are asked for.</summary>
    public async IAsyncEnumerable<string> OfAsync(string resourceType, string id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = new CompartmentFilter(resourceType, id, Parameters.GetOrAdd(resourceType, Leading), WithFocus: false);
        var query = new SearchQuery(SearchQuery.AnyType, [filter], [], PageSize, WithTotal: false);
        do
        {
            var page = await store.SearchAsync(query, cancellationToken);
            foreach (var match in page.Matches.Where(match => (match.ResourceType, match.Id) != (resourceType, id)))
            {
                yield return $"{match.ResourceType}/{match.Id}";
            }

            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);
    }

    /// <summary>Type and code of every parameter that may lead to the type.</summary>
    private static IReadOnlyList<string> Leading(string target)
        => [.. R5Definitions.Instance.ResourceTypes.SelectMany(type => R5Definitions.Instance.SearchParameters(type)
            .Where(parameter => SearchKinds.Of(parameter) == SearchKind.Reference && (parameter.Targets.Count == 0 || parameter.Targets.Contains(target)))
            .Select(parameter => $"{type}.{parameter.Code}"))];
}
