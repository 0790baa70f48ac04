using System.Collections.Concurrent;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index;

/// <summary>What a resource refers to by its reference parameters, as the index would say: for includes.</summary>
public static class ReferenceFinder
{
    private static readonly ConcurrentDictionary<(string Type, string? Code), TypeIndexer> Indexers = new();

    /// <summary>Finds the references of one parameter, or of all.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="code">The parameter's code; null for every reference parameter of the type.</param>
    /// <param name="baseUrl">The server's own base, whose references are found as relative ones; null where it is not known.</param>
    public static IReadOnlyList<FoundReference> Find(Resource resource, string? code, string? baseUrl = null)
    {
        var indexer = Indexers.GetOrAdd((resource.ResourceType, code), static key => new TypeIndexer(
            key.Type, parameter => SearchKinds.Of(parameter) == SearchKind.Reference && (key.Code ?? parameter.Code) == parameter.Code));
        return [.. indexer.Extract(resource).Where(row => row.Kind == SearchKind.Reference).Select(row => new FoundReference(row.Symbol, baseUrl is null ? row.Text : OwnReferences.Localize(row.Text, row.Symbol, baseUrl))).Distinct()];
    }
}
