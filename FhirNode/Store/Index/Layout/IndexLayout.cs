using System.Collections.Concurrent;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index.Layout;

/// <summary>
/// Which parameters of a type have rows of their own. R5 says many things twice: <c>patient</c> is <c>subject</c> where it
/// is a Patient, <c>combo-code</c> is <c>code</c> and <c>component-code</c>, <c>code-value-quantity</c> of a whole
/// Observation is <c>code</c> and <c>value-quantity</c>. Such a parameter is written once and searched where it stands.
/// </summary>
internal sealed class IndexLayout
{
    // A parameter of more places would be a search in many stretches of a table.
    private const int MaxPlaces = 4;

    private static readonly ConcurrentDictionary<string, IndexLayout> Known = new();

    private readonly IReadOnlyList<ParameterShape> _shapes;
    private readonly Dictionary<string, DerivedParameter> _derived = [];

    private IndexLayout(IReadOnlyList<ParameterShape> shapes)
    {
        _shapes = shapes;
        foreach (var shape in shapes.OrderBy(shape => shape.Rank))
        {
            if (Derive(shape) is { } derived)
            {
                _derived.Add(shape.Code, derived);
            }
        }
    }

    public static IndexLayout Of(string resourceType) => Known.GetOrAdd(resourceType, static type => new IndexLayout(
        R5Definitions.Instance.Type(type) is { } definition ? new ShapeReader(definition).Read(Parameters(type)) : []));

    /// <summary>The parameters that the index holds; the id and the time of the last change are columns of the resource.</summary>
    public static IReadOnlyList<SearchParameterDefinition> Parameters(string resourceType)
        => [.. R5Definitions.Instance.SearchParameters(resourceType).Where(parameter => parameter.Code is not "_lastUpdated" && SearchKinds.Of(parameter) is not (null or SearchKind.Id))];

    /// <summary>How a parameter is found in others; null for one that has rows of its own.</summary>
    public DerivedParameter? Derived(string code) => _derived.GetValueOrDefault(code);

    /// <summary>The rows of a parameter, or of one of its suffixes: <c>code:text</c>, <c>subject:identifier</c>.</summary>
    public IReadOnlyList<RowPlace> Places(string code)
    {
        var colon = code.IndexOf(':', StringComparison.Ordinal);
        var suffix = colon < 0 ? "" : code[colon..];
        return Derived(colon < 0 ? code : code[..colon]) is { } derived && (colon < 0 || !derived.IsPart)
            ? [.. derived.Places.Select(place => place with { Code = place.Code + suffix })]
            : [new RowPlace(code)];
    }

    private DerivedParameter? Derive(ParameterShape shape)
    {
        var open = shape.Ends.Where(end => end.Conjunction is null).Select(end => end.Key).ToHashSet();
        var places = new List<RowPlace>();
        while (open.Count > 0)
        {
            var best = _shapes.Where(other => IsLesser(other, shape)).MaxBy(other => other.Ends.Count(end => open.Contains(end.Key)));
            if (best is null || best.Ends.All(end => !open.Contains(end.Key)))
            {
                return null;
            }

            open.ExceptWith(best.Ends.Select(end => end.Key));
            places.AddRange(PlacesOf(best, best.Ends[0].Target is null ? shape.Holding(best.Ends[0])!.Target : null));
        }

        return shape.Ends.Count > 0 && places.Count <= MaxPlaces
            ? new DerivedParameter([.. places.Distinct()], [.. shape.Ends.Select(end => end.Conjunction).OfType<IReadOnlyList<string>>()])
            : null;
    }

    private IEnumerable<RowPlace> PlacesOf(ParameterShape shape, string? target)
        => Derived(shape.Code) is { } derived ? derived.Places.Select(place => place with { Target = place.Target ?? target }) : [new RowPlace(shape.Code, target)];

    // All that it holds must belong to the other, and either all of it or all that refers to one type.
    private bool IsLesser(ParameterShape lesser, ParameterShape shape)
        => lesser.Kind == shape.Kind && lesser.Ends.Count > 0 && lesser.Rank.CompareTo(shape.Rank) < 0
            && Derived(lesser.Code) is not { Conjunctions.Count: > 0 }
            && lesser.Ends.All(end => shape.Holding(end) is not null)
            && lesser.Ends.Select(end => (end.Target, shape.Holding(end)!.Target)).Distinct().Count() == 1;
}
