using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.Store.Index.Paths;
using GenoMed.Fhir.Store.Index.Values;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index.Layout;

/// <summary>Lays all parameters of a type over one tree, where equal paths end at the same node.</summary>
internal sealed class ShapeReader(TypeDefinition type)
{
    private readonly IndexNode _root = new();
    private readonly Dictionary<IndexNode, int> _numbers = [];
    private readonly List<ParameterShape> _shapes = [];

    /// <summary>The shapes of those parameters that are paths.</summary>
    public IReadOnlyList<ParameterShape> Read(IReadOnlyList<SearchParameterDefinition> parameters)
    {
        // The parts of a composite are looked up among the others.
        foreach (var (parameter, order) in parameters.Select((parameter, order) => (parameter, order)).OrderBy(pair => SearchKinds.Of(pair.parameter) == SearchKind.Composite))
        {
            if (SearchPathParser.TryRead(parameter.Expression!) is { } paths)
            {
                var builder = new IndexTreeBuilder(_root, type.Children, type.Name);
                _shapes.Add(Shape(parameter, order, [.. paths.SelectMany(builder.Ends)]));
            }
        }

        return _shapes;
    }

    private ParameterShape Shape(SearchParameterDefinition parameter, int order, IReadOnlyList<IndexEnd> ends)
    {
        var kind = SearchKinds.Of(parameter)!.Value;
        var found = kind == SearchKind.Composite ? ends.Select(end => Composite(parameter, end)).OfType<ShapeEnd>() : Simple(kind, ends);
        return new ParameterShape(parameter.Code, kind, [.. found.DistinctBy(end => (end.Key, end.Target))], order);
    }

    private IEnumerable<ShapeEnd> Simple(SearchKind kind, IEnumerable<IndexEnd> ends) => ends.Where(end => ValueReaders.For(kind, "", end.TypeCode) is not null).Select(end =>
        end is { Unfiltered: { } all, TypeCode: "Reference" } ? new ShapeEnd(Key(all, end.TypeCode), end.Target) : new ShapeEnd(Key(end.Node, end.TypeCode)));

    private ShapeEnd? Composite(SearchParameterDefinition composite, IndexEnd end)
    {
        var kinds = CompositeParts.Kinds(composite);
        if (kinds.Count == 0 || CompositeParts.Paths(composite) is not { } paths)
        {
            return null;
        }

        var builder = new IndexTreeBuilder(end.Node, end.Children, end.TypeCode);
        var parts = kinds.Zip(paths, (kind, path) => (Kind: kind, Keys: Simple(kind, path.SelectMany(builder.Ends)).Select(part => part.Key + part.Target).ToHashSet())).ToList();
        var codes = end.Node == _root ? parts.Select(part => Same(part.Kind, part.Keys)).OfType<string>().ToList() : [];
        var key = string.Join('$', parts.Select(part => $"{part.Kind}({string.Join(',', part.Keys.Order(StringComparer.Ordinal))})"));
        return new ShapeEnd($"{Key(end.Node, end.TypeCode)}:{key}", Conjunction: codes.Count == parts.Count ? codes : null);
    }

    private string? Same(SearchKind kind, HashSet<string> keys) => _shapes.FirstOrDefault(shape => shape.Kind == kind && shape.HasElements(keys))?.Code;

    private string Key(IndexNode node, string typeCode)
    {
        if (!_numbers.TryGetValue(node, out var number))
        {
            number = _numbers.Count;
            _numbers.Add(node, number);
        }

        return $"{number}/{typeCode} ";
    }
}
