using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Operators;

/// <summary>The operators that evaluate both sides, each without seeing the other's variables.</summary>
internal static class BinaryOperators
{
    public static Evaluator Compile(string symbol, Evaluator left, Evaluator right)
    {
        var operation = Find(symbol);
        return (focus, scope) =>
        {
            var first = scope.Isolated(left, focus);
            return operation(first, scope.Isolated(right, focus), scope);
        };
    }

    private static Func<FhirPathCollection, FhirPathCollection, Scope, FhirPathCollection> Find(string symbol) => symbol switch
    {
        "=" => (left, right, _) => Truth(Equality.AreEqual(left, right)),
        "!=" => (left, right, _) => Truth(!Equality.AreEqual(left, right)),
        "~" => (left, right, _) => Truth(Equivalence.AreEquivalent(left, right)),
        "!~" => (left, right, _) => Truth(!Equivalence.AreEquivalent(left, right)),
        "<" => (left, right, _) => Truth(Comparison.Compare(left, right) is { } order ? order < 0 : null),
        "<=" => (left, right, _) => Truth(Comparison.Compare(left, right) is { } order ? order <= 0 : null),
        ">" => (left, right, _) => Truth(Comparison.Compare(left, right) is { } order ? order > 0 : null),
        ">=" => (left, right, _) => Truth(Comparison.Compare(left, right) is { } order ? order >= 0 : null),
        "in" => (left, right, scope) => Truth(Membership.In(left, right, scope)),
        "contains" => (left, right, scope) => Truth(Membership.In(right, left, scope)),
        "|" => Combination.Union,
        "&" => Concatenation.Concatenate,
        _ => (left, right, scope) => Arithmetic.Apply(symbol, left, right),
    };

    internal static FhirPathCollection Truth(bool? value) => value is { } known ? FhirPathValue.Of(known) : FhirPathCollection.Empty;
}
