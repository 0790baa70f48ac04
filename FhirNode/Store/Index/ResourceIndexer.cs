using System.Collections.Concurrent;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Index.Paths;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index;

/// <summary>Finds the values of R5's search parameters. The tree of a type is built on first use.</summary>
internal sealed class ResourceIndexer : IResourceIndexer
{
    /// <summary>Raise it with every change of what is indexed or how: files are then indexed anew when they are opened.</summary>
    private const int Format = 1;

    private readonly ConcurrentDictionary<string, IndexNode> _trees = new();

    public string Fingerprint { get; } = $"{Format}/{R5Definitions.Instance.FhirVersion}";

    public IReadOnlyList<IndexRow> Extract(Resource resource)
    {
        var rows = new List<IndexRow>();
        _trees.GetOrAdd(resource.ResourceType, Build).Collect(resource.Element, rows);
        return rows;
    }

    private static IndexNode Build(string resourceType)
    {
        var root = new IndexNode();
        if (R5Definitions.Instance.Type(resourceType) is { } type)
        {
            var builder = new IndexTreeBuilder(root, type);
            foreach (var parameter in R5Definitions.Instance.SearchParameters(resourceType).Where(IsIndexed))
            {
                foreach (var steps in SearchPathParser.TryRead(parameter.Expression!) ?? [])
                {
                    builder.Add(parameter, steps);
                }
            }
        }

        return root;
    }

    // The id and the time of the last change are columns of the resource.
    private static bool IsIndexed(SearchParameterDefinition parameter)
        => parameter.Code is not "_lastUpdated" && SearchKinds.Of(parameter) is not (null or SearchKind.Id or SearchKind.Composite);
}
