using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Operators;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>FHIRPath 2.0 §5.3.</summary>
internal static class SubsettingFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("single", 0, 0, (focus, _, _) => Singleton.Item(focus)),
        new("first", 0, 0, (focus, _, _) => focus.FirstOrDefault),
        new("last", 0, 0, (focus, _, _) => focus.Slice(focus.Count - 1, 1)),
        new("tail", 0, 0, (focus, _, _) => focus.Slice(1, focus.Count)),
        new("skip", 1, 1, (focus, arguments, scope) => arguments.Integer(0, scope) is { } count ? focus.Slice(count, focus.Count) : FhirPathCollection.Empty),
        new("take", 1, 1, (focus, arguments, scope) => arguments.Integer(0, scope) is { } count ? focus.Slice(0, count) : FhirPathCollection.Empty),
        new("intersect", 1, 1, (focus, arguments, scope) => Combination.Distinct(Combination.Filter(focus, arguments.Evaluate(0, scope), true, scope), scope)),
        new("exclude", 1, 1, (focus, arguments, scope) => Combination.Filter(focus, arguments.Evaluate(0, scope), false, scope)),
    ];
}
