using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Operators;

/// <summary>Sums, products and quotients of quantities; incompatible units yield empty.</summary>
internal static class QuantityArithmetic
{
    public static FhirPathCollection Apply(string symbol, FhirPathQuantity left, FhirPathQuantity right) => symbol switch
    {
        "+" => Sum(left, right, 1),
        "-" => Sum(left, right, -1),
        "*" => Product(left, right, left.Value * right.Value, '.'),
        "/" => right.Value == 0 ? FhirPathCollection.Empty : Product(left, right, left.Value / right.Value, '/'),
        _ => throw new FhirPathException($"'{symbol}' is not defined for quantities."),
    };

    private static FhirPathCollection Sum(FhirPathQuantity left, FhirPathQuantity right, int sign)
        => Quantities.ConvertTo(right, left.Unit) is { } other ? FhirPathValue.Of(left with { Value = left.Value + (sign * other) }) : FhirPathCollection.Empty;

    private static FhirPathCollection Product(FhirPathQuantity left, FhirPathQuantity right, decimal value, char joint)
        => FhirPathValue.Of(new FhirPathQuantity(value, Unit(left.Unit, right.Unit, joint)));

    private static string Unit(string left, string right, char joint) => (left, right, joint) switch
    {
        (_, "1", _) => left,
        ("1", _, '.') => right,
        _ when left == right && joint == '/' => "1",
        _ => $"({left}){joint}({right})",
    };
}
