using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search;

/// <summary>The name of a search parameter as it stands in a query: <c>code</c> or <c>code:modifier</c>.</summary>
/// <param name="Definition">The parameter.</param>
/// <param name="Kind">How it is indexed.</param>
/// <param name="Modifier">The modifier without its colon, or null.</param>
internal sealed record SearchName(SearchParameterDefinition Definition, SearchKind Kind, string? Modifier)
{
    public string Code => Definition.Code;

    /// <summary>Reads a name without a chain.</summary>
    /// <exception cref="OperationProblem">NotSupported: the type has no such parameter, or it takes no such modifier.</exception>
    public static SearchName Read(string resourceType, string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (code, modifier) = colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
        if (R5Definitions.Instance.SearchParameter(resourceType, code) is not { } parameter)
        {
            throw OperationProblem.NotSupported($"{resourceType} has no search parameter '{code}'.{NearestNames.Hint(code, Codes(resourceType))}");
        }

        if (!IsSearchable(parameter))
        {
            throw OperationProblem.NotSupported($"The search parameter '{code}' ({parameter.Type}) is not supported.");
        }

        var name = new SearchName(parameter, SearchKinds.Of(parameter)!.Value, modifier);
        return modifier is null || Modifiers(name).Contains(modifier) || IsTargetType(name, modifier) ? name : throw NoModifier(name);
    }

    /// <summary>The codes that a type can be searched by.</summary>
    public static IEnumerable<string> Codes(string resourceType)
        => R5Definitions.Instance.SearchParameters(resourceType).Where(IsSearchable).Select(parameter => parameter.Code);

    /// <summary>Whether the index holds the parameter.</summary>
    public static bool IsSearchable(SearchParameterDefinition parameter)
        => SearchKinds.Of(parameter) is { } kind && (kind != SearchKind.Composite || parameter.Components.All(part => SearchKinds.OfType(part.Type) is not null));

    private static OperationProblem NoModifier(SearchName name)
    {
        var known = Modifiers(name).Select(modifier => ":" + modifier).ToList();
        var supported = known.Count == 0 ? "it takes none" : $"supported: {string.Join(", ", known)}";
        return OperationProblem.NotSupported($"'{name.Code}' takes no modifier ':{name.Modifier}'; {supported}.");
    }

    private static bool IsTargetType(SearchName name, string modifier)
        => name.Kind == SearchKind.Reference && R5Definitions.Instance.IsResourceType(modifier)
            && (name.Definition.Targets.Count == 0 || name.Definition.Targets.Contains(modifier));

    private static string[] Modifiers(SearchName name) => name switch
    {
        { Kind: SearchKind.Id } => ["not"],
        { Code: "_lastUpdated" } => [],
        { Kind: SearchKind.Token } => ["not", "missing", "text", "code-text", "in", "not-in", "above", "below", "of-type"],
        { Kind: SearchKind.String } => ["exact", "contains", "text", "missing"],
        { Kind: SearchKind.Reference } => ["identifier", "below", "text", "missing"],
        { Kind: SearchKind.Uri } => ["below", "above", "missing"],
        _ => ["missing"],
    };
}
