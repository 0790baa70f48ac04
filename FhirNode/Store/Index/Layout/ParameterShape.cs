using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index.Layout;

/// <summary>From which elements a parameter's values come.</summary>
/// <param name="Code">The parameter.</param>
/// <param name="Kind">How it is indexed.</param>
/// <param name="Ends">The ends of its paths that have a reader.</param>
/// <param name="Order">Its place among the type's parameters.</param>
internal sealed record ParameterShape(string Code, SearchKind Kind, IReadOnlyList<ShapeEnd> Ends, int Order)
{
    /// <summary>Only a lesser parameter may stand for another, so that none stands for itself in a circle.</summary>
    public (int Ends, int Targets, int Order) Rank => (Ends.Count, Ends.Count(end => end.Target is not null), Order);

    /// <summary>The end of the same elements, where this parameter takes all of them that the other takes or asks for a target's type.</summary>
    public ShapeEnd? Holding(ShapeEnd other) => Ends.FirstOrDefault(end => end.Key == other.Key && (other.Target is null || end.Target == other.Target));

    /// <summary>Whether both take the same elements.</summary>
    public bool HasElements(IReadOnlySet<string> keys) => Ends.All(end => end.Target is null) && keys.SetEquals(Ends.Select(end => end.Key));
}
