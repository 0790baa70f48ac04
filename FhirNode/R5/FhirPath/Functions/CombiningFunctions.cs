using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Operators;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>FHIRPath 2.0 §5.4.</summary>
internal static class CombiningFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("union", 1, 1, (focus, arguments, scope) => Combination.Union(focus, arguments.Evaluate(0, scope), scope)),
        new("combine", 1, 2, Combine),
    ];

    // The 3.0 ballot's second argument, preserveOrder, asks for what happens here anyway.
    private static FhirPathCollection Combine(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        var all = default(CollectionBuilder);
        all.AddRange(focus);
        all.AddRange(arguments.Evaluate(0, scope));
        scope.Evaluation.Charge(all.Count);
        return all.Build();
    }
}
