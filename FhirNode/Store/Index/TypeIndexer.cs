using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Index.Paths;
using GenoMed.Fhir.Store.Index.Values;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index;

/// <summary>The search parameters of one resource type, compiled.</summary>
internal sealed class TypeIndexer
{
    private const int TypicalRows = 24;

    private readonly IndexNode _tree = new();
    private readonly List<ExpressionIndexer> _expressions = [];

    /// <param name="resourceType">The type.</param>
    /// <param name="isWanted">Which of its parameters; all when null.</param>
    public TypeIndexer(string resourceType, Func<SearchParameterDefinition, bool>? isWanted = null)
    {
        if (R5Definitions.Instance.Type(resourceType) is not { } type)
        {
            return;
        }

        var builder = new IndexTreeBuilder(_tree, type.Children, type.Name);
        foreach (var parameter in R5Definitions.Instance.SearchParameters(resourceType).Where(IsIndexed).Where(isWanted ?? (static _ => true)))
        {
            Add(parameter, builder, resourceType);
        }
    }

    public List<IndexRow> Extract(Resource resource)
    {
        var rows = new List<IndexRow>(TypicalRows);
        _tree.Collect(resource.Element, rows);
        foreach (var expression in _expressions)
        {
            expression.Collect(resource, rows);
        }

        return rows;
    }

    private void Add(SearchParameterDefinition parameter, IndexTreeBuilder builder, string resourceType)
    {
        if (SearchPathParser.TryRead(parameter.Expression!) is not { } paths)
        {
            _expressions.Add(new ExpressionIndexer(parameter, resourceType));
            return;
        }

        foreach (var steps in paths)
        {
            builder.Add(steps, (type, children) => SearchKinds.Of(parameter) == SearchKind.Composite
                ? CompositeReader.For(parameter, type, children, resourceType)
                : ValueReaders.For(parameter, type, resourceType));
        }
    }

    // The id and the time of the last change are columns of the resource.
    private static bool IsIndexed(SearchParameterDefinition parameter)
        => parameter.Code is not "_lastUpdated" && SearchKinds.Of(parameter) is not (null or SearchKind.Id);
}
