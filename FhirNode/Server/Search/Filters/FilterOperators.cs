using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search.Filters;

/// <summary>The operators of <c>_filter</c>, and which of them each type of parameter takes (R5 search_filter.html#ops).</summary>
internal static class FilterOperators
{
    public const string Present = "pr";

    private static readonly string[] Ordered = ["eq", "ne", "gt", "lt", "ge", "le", "ap", "sa", "eb"];

    /// <summary>All there are.</summary>
    public static IReadOnlyList<string> All { get; } = ["eq", "ne", "co", "sw", "ew", "gt", "lt", "ge", "le", "ap", "sa", "eb", Present, "po", "ss", "sb", "in", "ni", "re"];

    /// <summary>Those of a parameter. The index holds numbers without their precision, so that <c>co</c> has no meaning for them.</summary>
    public static IReadOnlyList<string> Of(SearchName name) => name switch
    {
        { Kind: SearchKind.Id } => ["eq", "ne"],
        { Code: "_lastUpdated" } => [.. Ordered, "po", "co"],
        _ => [.. OfKind(name.Kind), Present],
    };

    private static IReadOnlyList<string> OfKind(SearchKind kind) => kind switch
    {
        SearchKind.String => ["eq", "ne", "co", "sw", "ew", "gt", "lt", "ge", "le"],
        SearchKind.Date => [.. Ordered, "po", "co"],
        SearchKind.Number or SearchKind.Quantity => Ordered,
        SearchKind.Token => ["eq", "ne", "ss", "sb", "in", "ni"],
        SearchKind.Reference => ["re", "eq", "ne"],
        SearchKind.Uri => ["eq", "ne", "co", "sw", "ew"],
        _ => ["eq"],
    };
}
