using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Node.Search;

/// <summary>The type that a chain without <c>:[type]</c> means: the one target that has the next parameter.</summary>
internal static class ChainTarget
{
    /// <exception cref="OperationProblem">Invalid: several types would do, or none.</exception>
    public static string Implied(SearchParameterDefinition reference, string link, string rest)
    {
        var types = reference.Targets.Count == 0 ? R5Definitions.Instance.ResourceTypes : reference.Targets;
        var fitting = types.Where(type => HasNext(type, rest)).ToList();
        return fitting switch
        {
            [var one] => one,
            [] => throw OperationProblem.Invalid($"'{link}.{rest}': none of what '{link}' refers to has '{Next(rest)}': {string.Join(", ", types.Take(20))}."),
            _ => throw OperationProblem.Invalid($"'{link}.{rest}' is ambiguous; say which type is meant: {string.Join(", ", fitting.Take(20).Select(type => $"{link}:{type}.{rest}"))}."),
        };
    }

    private static bool HasNext(string type, string rest)
        => Next(rest) is "_has" or "_list" || R5Definitions.Instance.SearchParameter(type, Next(rest)) is not null;

    private static string Next(string rest) => rest.Split('.', ':')[0];
}
