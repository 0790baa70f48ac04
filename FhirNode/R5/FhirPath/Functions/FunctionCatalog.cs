using System.Collections.Frozen;
using GenoMed.Fhir.R5.FhirPath.Parsing;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>All functions by name. A new function is a line in the table of its group.</summary>
internal static class FunctionCatalog
{
    private static readonly FrozenDictionary<string, FunctionDefinition> All = new[]
    {
        ExistenceFunctions.All,
        FilteringFunctions.All,
        SubsettingFunctions.All,
        CombiningFunctions.All,
        ConversionFunctions.All,
        StringFunctions.All,
        TextFunctions.All,
        MathFunctions.All,
        NavigationFunctions.All,
        UtilityFunctions.All,
        BoundaryFunctions.All,
        TypeFunctions.All,
        FhirFunctions.All,
        ReferenceFunctions.All,
        TerminologyFunctions.All,
    }.SelectMany(group => group).ToFrozenDictionary(function => function.Name);

    /// <summary>The function of a call.</summary>
    /// <exception cref="FhirPathException">There is none of that name, or it takes another number of arguments.</exception>
    public static FhirPathFunction Find(CallSyntax call)
    {
        if (!All.TryGetValue(call.Name, out var found))
        {
            throw new FhirPathException($"There is no function '{call.Name}'", call.Position);
        }

        return call.Arguments.Length >= found.Min && call.Arguments.Length <= found.Max
            ? found.Function
            : throw new FhirPathException($"{call.Name}() takes {Range(found)} arguments, not {call.Arguments.Length}", call.Position);
    }

    /// <summary>Whether the arguments name types rather than being evaluated.</summary>
    public static bool TakesType(string name) => name is "is" or "as" or "ofType" or "getReferenceKey";

    /// <summary>Work on constant arguments that is done once: a literal pattern is compiled.</summary>
    public static object? Prepare(CallSyntax call)
        => call.Name is "matches" or "matchesFull" or "replaceMatches" && call.Arguments[0] is LiteralSyntax { Value: { Count: 1 } literal } && literal[0].Value is string pattern
            ? Patterns.Compile(pattern, call.Name == "matchesFull")
            : null;

    private static string Range(FunctionDefinition function) => function.Min == function.Max ? $"{function.Min}" : $"{function.Min} to {function.Max}";
}
