using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary><c>lowBoundary</c>, <c>highBoundary</c>, <c>precision</c> and <c>comparable</c> (FHIRPath 3.0 ballot).</summary>
internal static class BoundaryFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("lowBoundary", 0, 1, (focus, arguments, scope) => Boundary(focus, arguments, scope, false)),
        new("highBoundary", 0, 1, (focus, arguments, scope) => Boundary(focus, arguments, scope, true)),
        new("precision", 0, 0, Precision),
        new("comparable", 1, 1, Comparable),
    ];

    private static FhirPathCollection Boundary(FhirPathCollection focus, Arguments arguments, Scope scope, bool isHigh)
    {
        int? digits = arguments.Count > 0 ? arguments.Integer(0, scope) : null;
        return Singleton.Item(focus)?.Value switch
        {
            null => FhirPathCollection.Empty,
            PartialDateTime temporal => temporal.Boundary(digits, isHigh) is { } bound ? FhirPathValue.Of(bound) : FhirPathCollection.Empty,
            FhirPathQuantity quantity => Decimal(quantity.Value, digits, isHigh) is { } bound ? FhirPathValue.Of(quantity with { Value = bound }) : FhirPathCollection.Empty,
            var value when Numbers.TryDecimal(value, out var number) => Decimal(number, digits, isHigh) is { } bound ? FhirPathValue.Of(bound) : FhirPathCollection.Empty,
            _ => throw new FhirPathException($"{focus[0].Type} has no boundaries."),
        };
    }

    // Half a unit of the last digit given, then outward to the digits asked for.
    private static decimal? Decimal(decimal value, int? digits, bool isHigh)
    {
        var scale = digits ?? 8;
        if (scale is < 0 or > 28)
        {
            return null;
        }

        try
        {
            var half = new decimal(5, 0, 0, false, (byte)(value.Scale + 1));
            var rounded = decimal.Round(isHigh ? value + half : value - half, scale, isHigh ? MidpointRounding.ToPositiveInfinity : MidpointRounding.ToNegativeInfinity);
            return rounded + new decimal(0, 0, 0, false, (byte)scale);
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static FhirPathCollection Precision(FhirPathCollection focus, Arguments arguments, Scope scope) => Singleton.Item(focus)?.Value switch
    {
        null => FhirPathCollection.Empty,
        PartialDateTime temporal => FhirPathValue.Of(temporal.Digits),
        var value when Numbers.TryDecimal(value, out var number) => FhirPathValue.Of((int)number.Scale),
        _ => throw new FhirPathException($"{focus[0].Type} has no precision."),
    };

    private static FhirPathCollection Comparable(FhirPathCollection focus, Arguments arguments, Scope scope)
        => Singleton.Item(focus)?.Value is FhirPathQuantity left && Singleton.Item(arguments.Evaluate(0, scope))?.Value is FhirPathQuantity right
            ? FhirPathValue.Of(Quantities.AreComparable(left, right))
            : FhirPathCollection.Empty;
}
