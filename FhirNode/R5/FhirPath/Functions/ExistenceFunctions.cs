using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Operators;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>FHIRPath 2.0 §5.1.</summary>
internal static class ExistenceFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("empty", 0, 0, (focus, _, _) => FhirPathValue.Of(focus.IsEmpty)),
        new("exists", 0, 1, (focus, arguments, scope) => FhirPathValue.Of(arguments.Count == 0 ? !focus.IsEmpty : Any(focus, arguments.Lambda(0), scope, true))),
        new("all", 1, 1, (focus, arguments, scope) => FhirPathValue.Of(!Any(focus, arguments.Lambda(0), scope, false))),
        new("not", 0, 0, (focus, _, scope) => BinaryOperators.Truth(!Singleton.Boolean(focus, scope.IsStrict))),
        new("allTrue", 0, 0, (focus, _, _) => FhirPathValue.Of(Count(focus, true) == focus.Count)),
        new("anyTrue", 0, 0, (focus, _, _) => FhirPathValue.Of(Count(focus, true) > 0)),
        new("allFalse", 0, 0, (focus, _, _) => FhirPathValue.Of(Count(focus, false) == focus.Count)),
        new("anyFalse", 0, 0, (focus, _, _) => FhirPathValue.Of(Count(focus, false) > 0)),
        new("subsetOf", 1, 1, (focus, arguments, scope) => FhirPathValue.Of(IsSubset(focus, arguments.Evaluate(0, scope), scope))),
        new("supersetOf", 1, 1, (focus, arguments, scope) => FhirPathValue.Of(IsSubset(arguments.Evaluate(0, scope), focus, scope))),
        new("count", 0, 0, (focus, _, _) => FhirPathValue.Of(focus.Count)),
        new("distinct", 0, 0, (focus, _, scope) => Combination.Distinct(focus, scope)),
        new("isDistinct", 0, 0, (focus, _, scope) => FhirPathValue.Of(Combination.Distinct(focus, scope).Count == focus.Count)),
    ];

    /// <summary>Whether the condition is true (or is not true) for some item.</summary>
    private static bool Any(FhirPathCollection focus, Evaluator condition, Scope outer, bool isTrue)
    {
        var scope = outer.Child();
        for (var i = 0; i < focus.Count; i++)
        {
            if ((Singleton.Boolean(scope.Apply(condition, focus[i], i), outer.IsStrict) ?? false) == isTrue)
            {
                return true;
            }
        }

        return false;
    }

    private static int Count(FhirPathCollection focus, bool wanted)
    {
        var count = 0;
        foreach (var item in focus)
        {
            count += item.Value is bool flag ? flag == wanted ? 1 : 0 : throw new FhirPathException($"A Boolean is expected, not {item.Type}.");
        }

        return count;
    }

    private static bool IsSubset(FhirPathCollection part, FhirPathCollection whole, Scope scope)
        => Combination.Filter(part, whole, true, scope).Count == part.Count;
}
