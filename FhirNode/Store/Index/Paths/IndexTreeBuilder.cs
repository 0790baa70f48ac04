using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.Store.Index.Paths;

/// <summary>Lays a path over the definitions, so that every end of it knows the FHIR type it reads.</summary>
internal sealed class IndexTreeBuilder(IndexNode root, ElementTable? children, string typeCode)
{
    /// <summary>A place in the tree: the node, and the type of the elements that reach it.</summary>
    private readonly record struct Place(IndexNode Node, ElementTable? Children, string TypeCode);

    /// <summary>Adds a reader at each end of the path that has one for its type.</summary>
    /// <param name="steps">The path.</param>
    /// <param name="reader">The reader for elements of a type, with these children; or null.</param>
    public void Add(IReadOnlyList<PathStep> steps, Func<string, ElementTable?, IValueReader?> reader)
    {
        foreach (var end in Follow([new Place(root, children, typeCode)], steps))
        {
            if (reader(end.TypeCode, end.Children) is { } found)
            {
                end.Node.Add(found);
            }
        }
    }

    private static IReadOnlyList<Place> Follow(IReadOnlyList<Place> places, IReadOnlyList<PathStep> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var type = i + 1 < steps.Count && steps[i + 1] is PathStep.OfType next ? next.Name : null;
            places = [.. places.SelectMany(place => Next(place, steps[i], type))];
        }

        return places;
    }

    private static IEnumerable<Place> Next(Place place, PathStep step, string? ofType) => step switch
    {
        PathStep.Member member => Members(place, member.Name, ofType),
        PathStep.WhereTarget target => [place with { Node = place.Node.Where(new TargetFilter(target.Name)) }],
        PathStep.WhereEquals equality => [place with { Node = place.Node.Where(new EqualsFilter(equality.Name, equality.Literal)) }],
        PathStep.WithExtension extension => Members(place, "extension", null)
            .Select(found => found with { Node = found.Node.Where(new EqualsFilter("url", extension.Url)) }),
        _ => [place],
    };

    private static IEnumerable<Place> Members(Place place, string name, string? ofType)
        => (place.Children?.Properties ?? [])
            .Where(property => property.Element.Name == name && (ofType is null || Fits(property.TypeCode, ofType)))
            .Select(property => new Place(place.Node.Child(property.Name), ChildrenOf(property), property.TypeCode));

    // Searches say ofType(Quantity) and mean Age too, which is a Quantity.
    private static bool Fits(string type, string wanted) => type == wanted || R5Definitions.Instance.IsSubtype(type, wanted);

    private static ElementTable? ChildrenOf(PropertyDefinition property)
        => property.Element.Children ?? R5Definitions.Instance.Type(property.TypeCode)?.Children;
}
