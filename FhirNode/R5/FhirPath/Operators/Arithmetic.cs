using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Operators;

/// <summary>Mathematical operators (FHIRPath 2.0 §6.6). Overflow and division by zero yield empty.</summary>
internal static class Arithmetic
{
    public static FhirPathCollection Apply(string symbol, FhirPathCollection left, FhirPathCollection right)
    {
        if (Singleton.Item(left)?.Value is not { } a || Singleton.Item(right)?.Value is not { } b)
        {
            return left.IsEmpty || right.IsEmpty || Valueless(left[0]) || Valueless(right[0]) ? FhirPathCollection.Empty
                : throw new FhirPathException($"'{symbol}' is not defined for {left[0].Type} and {right[0].Type}.");
        }

        try
        {
            return Apply(symbol, a, b);
        }
        catch (OverflowException)
        {
            return FhirPathCollection.Empty;
        }
    }

    public static FhirPathCollection Negate(FhirPathCollection operand) => Singleton.Item(operand)?.Value switch
    {
        null => FhirPathCollection.Empty,
        int number => FhirPathValue.Of(-number),
        long number => FhirPathValue.Of(-number),
        decimal number => FhirPathValue.Of(-number),
        FhirPathQuantity quantity => FhirPathValue.Of(quantity with { Value = -quantity.Value }),
        _ => throw new FhirPathException($"'-' is not defined for {operand[0].Type}."),
    };

    public static FhirPathCollection Affirm(FhirPathCollection operand)
        => Singleton.Item(operand)?.Value is null or int or long or decimal or FhirPathQuantity
            ? operand
            : throw new FhirPathException($"'+' is not defined for {operand[0].Type}.");

    private static bool Valueless(FhirPathValue value) => value.Value is null && value.TypeInfo.IsPrimitive;

    private static FhirPathCollection Apply(string symbol, object left, object right) => (symbol, left, right) switch
    {
        ("+", string a, string b) => FhirPathValue.Of(Concatenation.Join(a, b)),
        ("+", PartialDateTime date, FhirPathQuantity duration) => FhirPathValue.Of(date.Add(duration)),
        ("-", PartialDateTime date, FhirPathQuantity duration) => FhirPathValue.Of(date.Add(duration with { Value = -duration.Value })),
        (_, FhirPathQuantity a, FhirPathQuantity b) => QuantityArithmetic.Apply(symbol, a, b),
        ("*" or "/", FhirPathQuantity a, _) when Numbers.TryDecimal(right, out var number) => QuantityArithmetic.Apply(symbol, a, new FhirPathQuantity(number, "1")),
        ("*" or "/", _, FhirPathQuantity b) when Numbers.TryDecimal(left, out var number) => QuantityArithmetic.Apply(symbol, new FhirPathQuantity(number, "1"), b),
        (_, int a, int b) when symbol != "/" => Integers(symbol, a, b) is { } number ? FhirPathValue.Of(checked((int)number)) : FhirPathCollection.Empty,
        (_, int or long, int or long) when symbol != "/" => Integers(symbol, Convert.ToInt64(left), Convert.ToInt64(right)) is { } number ? FhirPathValue.Of(number) : FhirPathCollection.Empty,
        _ when Numbers.TryDecimal(left, out var a) && Numbers.TryDecimal(right, out var b) => Decimals(symbol, a, b),
        _ => throw new FhirPathException($"'{symbol}' is not defined for {left.GetType().Name} and {right.GetType().Name}."),
    };

    private static long? Integers(string symbol, long a, long b) => symbol switch
    {
        "+" => checked(a + b),
        "-" => checked(a - b),
        "*" => checked(a * b),
        "div" => b == 0 ? null : checked(a / b),
        _ => b == 0 ? null : b == -1 ? 0 : a % b,
    };

    private static FhirPathCollection Decimals(string symbol, decimal a, decimal b) => symbol switch
    {
        "+" => FhirPathValue.Of(a + b),
        "-" => FhirPathValue.Of(a - b),
        "*" => FhirPathValue.Of(a * b),
        _ when b == 0 => FhirPathCollection.Empty,
        "/" => FhirPathValue.Of(a / b),
        "div" => Whole(decimal.Truncate(a / b)),
        _ => FhirPathValue.Of(a % b),
    };

    /// <summary>An Integer where it fits, else a Long.</summary>
    internal static FhirPathCollection Whole(decimal value)
        => value is >= int.MinValue and <= int.MaxValue ? FhirPathValue.Of((int)value) : FhirPathValue.Of(checked((long)value));
}
