using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>The name of a search parameter as it stands in a query: <c>code</c> or <c>code:modifier</c>.</summary>
/// <param name="Code">The parameter's code.</param>
/// <param name="Kind">How it is indexed.</param>
/// <param name="Modifier">The modifier without its colon, or null.</param>
internal sealed record SearchName(string Code, SearchKind Kind, string? Modifier)
{
    /// <summary>Returns null and the name when it can be searched by, else the reason why not.</summary>
    public static string? Find(string resourceType, string text, out SearchName? name)
    {
        name = null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (code, modifier) = colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
        if (code == "_has" || text.Contains('.', StringComparison.Ordinal))
        {
            return $"'{text}': chained searches are not supported.";
        }

        if (R5Definitions.Instance.SearchParameter(resourceType, code) is not { } parameter)
        {
            return $"{resourceType} has no search parameter '{code}'.{NearestNames.Hint(code, Codes(resourceType))}";
        }

        if (SearchKinds.Of(parameter) is not { } kind || kind == SearchKind.Composite)
        {
            return $"The search parameter '{code}' ({parameter.Type}) is not supported.";
        }

        name = new SearchName(code, kind, modifier);
        return modifier is null || Modifiers(name).Contains(modifier) || IsTargetType(kind, modifier)
            ? null
            : $"'{code}' takes no modifier ':{modifier}'; supported: {string.Join(", ", Modifiers(name).Select(known => ":" + known))}.";
    }

    /// <summary>The codes that a type can be searched by.</summary>
    public static IEnumerable<string> Codes(string resourceType)
        => R5Definitions.Instance.SearchParameters(resourceType).Where(parameter => SearchKinds.Of(parameter) is not null).Select(parameter => parameter.Code);

    private static bool IsTargetType(SearchKind kind, string modifier)
        => kind == SearchKind.Reference && R5Definitions.Instance.IsResourceType(modifier);

    private static string[] Modifiers(SearchName name) => name switch
    {
        { Kind: SearchKind.Id } => ["not"],
        { Code: "_lastUpdated" } => [],
        { Kind: SearchKind.Token } => ["not", "missing"],
        { Kind: SearchKind.String } => ["exact", "contains", "missing"],
        { Kind: SearchKind.Reference } => ["identifier", "missing"],
        { Kind: SearchKind.Uri } => ["below", "above", "missing"],
        _ => ["missing"],
    };
}
