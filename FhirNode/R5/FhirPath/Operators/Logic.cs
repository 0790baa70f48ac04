using GenoMed.Fhir.R5.FhirPath.Compilation;

namespace GenoMed.Fhir.R5.FhirPath.Operators;

/// <summary>Three-valued logic (FHIRPath 2.0 §6.5); the right side is evaluated only when it matters.</summary>
internal static class Logic
{
    public static Evaluator Compile(string name, Evaluator left, Evaluator right) => name switch
    {
        "and" => (focus, scope) => Truth(Side(left, focus, scope) is var a && a == false ? false : And(a, Side(right, focus, scope))),
        "or" => (focus, scope) => Truth(Side(left, focus, scope) is var a && a == true ? true : Or(a, Side(right, focus, scope))),
        "xor" => (focus, scope) => Truth(Side(left, focus, scope) ^ Side(right, focus, scope)),
        _ => (focus, scope) => Truth(Side(left, focus, scope) is var a && a == false ? true : Or(!a, Side(right, focus, scope))),
    };

    private static bool? And(bool? a, bool? b) => a & b;

    private static bool? Or(bool? a, bool? b) => a | b;

    private static bool? Side(Evaluator side, FhirPathCollection focus, Scope scope)
        => Singleton.Boolean(scope.Isolated(side, focus), scope.IsStrict);

    private static FhirPathCollection Truth(bool? value) => BinaryOperators.Truth(value);
}
