using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Node.Search.Includes;

/// <summary>The values of <c>_include</c> and <c>_revinclude</c>, for the CapabilityStatement.</summary>
internal static class IncludeNames
{
    private static readonly Lazy<IReadOnlyList<(string Type, SearchParameterDefinition Parameter)>> References = new(() =>
        [.. R5Definitions.Instance.ResourceTypes.SelectMany(type => R5Definitions.Instance.SearchParameters(type)
            .Where(parameter => SearchKinds.Of(parameter) == SearchKind.Reference)
            .Select(parameter => (type, parameter)))]);

    /// <summary>The references that resources of the type have.</summary>
    public static IReadOnlyList<string> From(string type)
        => ["*", .. References.Value.Where(reference => reference.Type == type).Select(reference => $"{type}:{reference.Parameter.Code}")];

    /// <summary>The references that may lead to resources of the type.</summary>
    public static IReadOnlyList<string> To(string type)
        => [.. References.Value.Where(reference => reference.Parameter.Targets.Contains(type)).Select(reference => $"{reference.Type}:{reference.Parameter.Code}")];
}
