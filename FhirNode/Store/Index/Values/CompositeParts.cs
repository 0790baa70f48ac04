using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.Store.Index.Paths;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Index.Values;

/// <summary>The parts of composite parameters, for the index and for searches alike.</summary>
internal static class CompositeParts
{
    /// <summary>The kinds of the parts in order; empty where one of them cannot be searched.</summary>
    public static IReadOnlyList<SearchKind> Kinds(SearchParameterDefinition composite)
    {
        var kinds = composite.Components.Select(part => SearchKinds.OfType(part.Type)).ToList();
        return kinds.TrueForAll(kind => kind is not null) ? [.. kinds.Select(kind => kind!.Value)] : [];
    }

    /// <summary>The paths of each part, relative to the composite's element; null where one is not a path.</summary>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<PathStep>>>? Paths(SearchParameterDefinition composite)
    {
        var paths = Expressions(composite).Select(SearchPathParser.TryReadRelative).ToList();
        return paths.TrueForAll(path => path is not null) ? [.. paths.Select(path => path!)] : null;
    }

    /// <summary>A date's tick as composites hold it: a double that is exact to the microsecond.</summary>
    public static double Milliseconds(long ticks) => ticks / (double)TimeSpan.TicksPerMillisecond;

    // R5's DocumentReference.relationship has its two expressions the wrong way round, and Encounter's part
    // location.reference means the reference, not its text.
    private static IEnumerable<string> Expressions(SearchParameterDefinition composite)
    {
        var expressions = composite.Components.Select(part => part.Type == "reference" ? part.Expression.Replace(".reference", "", StringComparison.Ordinal) : part.Expression);
        return composite is { Base: "DocumentReference", Code: "relationship" } ? expressions.Reverse() : expressions;
    }
}
