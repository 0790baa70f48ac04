using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Operators;

/// <summary>Order of two single values (FHIRPath 2.0 §6.2); null where it is open.</summary>
internal static class Comparison
{
    /// <exception cref="FhirPathException">A side has several values, or the types have no order between them.</exception>
    public static int? Compare(FhirPathCollection left, FhirPathCollection right)
    {
        var (first, second) = (Singleton.Item(left), Singleton.Item(right));
        return first?.Value is { } a && second?.Value is { } b ? Compare(a, b)
            : (first ?? second) is null || first is null || second is null || IsValueless(first) || IsValueless(second) ? null
            : throw Incomparable(first.Type, second.Type);
    }

    public static int? Compare(object left, object right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (PartialDateTime a, PartialDateTime b) => a.CompareTo(b),
        (FhirPathQuantity a, FhirPathQuantity b) => Quantities.Compare(a, b),
        (FhirPathQuantity a, var b) when Numbers.TryDecimal(b, out var number) => Quantities.Compare(a, new FhirPathQuantity(number, "1")),
        (var a, FhirPathQuantity b) when Numbers.TryDecimal(a, out var number) => Quantities.Compare(new FhirPathQuantity(number, "1"), b),
        _ => Numbers.TryDecimal(left, out var x) && Numbers.TryDecimal(right, out var y) ? x.CompareTo(y) : throw Incomparable(left.GetType().Name, right.GetType().Name),
    };

    private static bool IsValueless(FhirPathValue value) => value.TypeInfo.IsPrimitive || value.TypeInfo.IsQuantity;

    private static FhirPathException Incomparable(string left, string right) => new($"{left} and {right} cannot be compared.");
}
