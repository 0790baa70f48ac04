using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Index.Layout;
using GenoMed.Fhir.Store.Index.Paths;
using GenoMed.Fhir.Store.Index.Values;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index;

/// <summary>The search parameters of one resource type, compiled.</summary>
internal sealed class TypeIndexer
{
    // Each thread gathers in one list: rows are large, and what a list grew by would be garbage with each resource.
    [ThreadStatic]
    private static List<IndexRow>? s_rows;

    private readonly string? _baseUrl;
    private readonly IndexNode _tree = new();
    private readonly List<ExpressionIndexer> _expressions = [];

    /// <param name="resourceType">The type.</param>
    /// <param name="isWanted">Which of its parameters, each with all of its values; when null all, what several hold once.</param>
    /// <param name="baseUrl">The server's own base, whose references stand as relative ones; null where it is not known.</param>
    public TypeIndexer(string resourceType, Func<SearchParameterDefinition, bool>? isWanted = null, string? baseUrl = null)
    {
        _baseUrl = baseUrl;
        if (R5Definitions.Instance.Type(resourceType) is not { } type)
        {
            return;
        }

        // One parameter alone is asked for under its own name.
        var layout = isWanted is null ? IndexLayout.Of(resourceType) : null;
        var builder = new IndexTreeBuilder(_tree, type.Children, type.Name);
        foreach (var parameter in IndexLayout.Parameters(resourceType).Where(isWanted ?? (static _ => true)))
        {
            Add(parameter, builder, resourceType, layout?.Derived(parameter.Code));
        }
    }

    public IndexRow[] Extract(Resource resource)
    {
        var rows = s_rows ??= [];
        rows.Clear();
        _tree.Collect(resource.Element, rows);
        foreach (var expression in _expressions)
        {
            expression.Collect(resource, rows);
        }

        if (_baseUrl is not null)
        {
            OwnReferences.Localize(rows, _baseUrl);
        }

        return DistinctRows.Of(rows);
    }

    private void Add(SearchParameterDefinition parameter, IndexTreeBuilder builder, string resourceType, DerivedParameter? derived)
    {
        if (SearchPathParser.TryRead(parameter.Expression!) is not { } paths)
        {
            _expressions.Add(new ExpressionIndexer(parameter, resourceType));
        }
        else if (derived is not { IsPart: false })
        {
            foreach (var steps in paths)
            {
                builder.Add(steps, end => Reader(parameter, end, resourceType, isPart: derived is not null));
            }
        }
    }

    private static IValueReader? Reader(SearchParameterDefinition parameter, IndexEnd end, string resourceType, bool isPart) => SearchKinds.Of(parameter) switch
    {
        SearchKind.Composite => CompositeReader.For(parameter, end.TypeCode, end.Children, resourceType),
        SearchKind.Reference when isPart => ReferenceReaders.ForDetails($"{resourceType}.{parameter.Code}", end.TypeCode),
        _ => ValueReaders.For(parameter, end.TypeCode, resourceType),
    };
}
