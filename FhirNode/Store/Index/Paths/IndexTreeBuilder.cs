using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.Store.Index.Paths;

/// <summary>Lays a path over the definitions, so that every end of it knows the FHIR type it reads.</summary>
internal sealed class IndexTreeBuilder(IndexNode root, ElementTable? children, string typeCode)
{
    /// <summary>Adds a reader at each end of the path that has one.</summary>
    /// <param name="steps">The path.</param>
    /// <param name="reader">The reader for elements that come to an end, or null.</param>
    public void Add(IReadOnlyList<PathStep> steps, Func<IndexEnd, IValueReader?> reader)
    {
        foreach (var end in Ends(steps))
        {
            if (reader(end) is { } found)
            {
                end.Node.Add(found);
            }
        }
    }

    /// <summary>Where the path ends.</summary>
    public IReadOnlyList<IndexEnd> Ends(IReadOnlyList<PathStep> steps)
    {
        IReadOnlyList<IndexEnd> places = [new IndexEnd(root, children, typeCode)];
        for (var i = 0; i < steps.Count; i++)
        {
            var type = i + 1 < steps.Count && steps[i + 1] is PathStep.OfType next ? next.Name : null;
            places = [.. places.SelectMany(place => Next(place, steps[i], type))];
        }

        return places;
    }

    private static IEnumerable<IndexEnd> Next(IndexEnd place, PathStep step, string? ofType) => step switch
    {
        PathStep.Member member => Members(place, member.Name, ofType),
        PathStep.WhereTarget target => [place with { Node = place.Node.Where(new TargetFilter(target.Name)), Unfiltered = place.Node, Target = target.Name }],
        PathStep.WhereEquals equality => [place with { Node = place.Node.Where(new EqualsFilter(equality.Name, equality.Literal)), Unfiltered = null, Target = null }],
        PathStep.WithExtension extension => Members(place, "extension", null)
            .Select(found => found with { Node = found.Node.Where(new EqualsFilter("url", extension.Url)) }),
        _ => [place],
    };

    private static IEnumerable<IndexEnd> Members(IndexEnd place, string name, string? ofType)
        => (place.Children?.Properties ?? [])
            .Where(property => property.Element.Name == name && (ofType is null || Fits(property.TypeCode, ofType)))
            .Select(property => new IndexEnd(place.Node.Child(property.Name), ChildrenOf(property), property.TypeCode));

    // Searches say ofType(Quantity) and mean Age too, which is a Quantity.
    private static bool Fits(string type, string wanted) => type == wanted || R5Definitions.Instance.IsSubtype(type, wanted);

    private static ElementTable? ChildrenOf(PropertyDefinition property)
        => property.Element.Children ?? R5Definitions.Instance.Type(property.TypeCode)?.Children;
}
