using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Operators;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>FHIRPath 2.0 §5.7; what is not a finite decimal yields empty.</summary>
internal static class MathFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("abs", 0, 0, (focus, _, _) => Singleton.Item(focus)?.Value switch
        {
            int.MinValue or long.MinValue => FhirPathCollection.Empty,
            FhirPathQuantity { Value: < 0 } quantity => FhirPathValue.Of(quantity with { Value = -quantity.Value }),
            FhirPathQuantity => focus,
            _ => Singleton.Number(focus) < 0 ? Arithmetic.Negate(focus) : focus,
        }),
        Number("ceiling", value => Arithmetic.Whole(decimal.Ceiling(value))),
        Number("floor", value => Arithmetic.Whole(decimal.Floor(value))),
        Number("truncate", value => Arithmetic.Whole(decimal.Truncate(value))),
        Number("exp", value => Finite(Math.Exp((double)value))),
        Number("ln", value => Finite(Math.Log((double)value))),
        Number("sqrt", value => Finite(Math.Sqrt((double)value))),
        new("log", 1, 1, (focus, arguments, scope) => Both(focus, arguments, scope) is var (value, logBase) ? Finite(Math.Log((double)value, (double)logBase)) : FhirPathCollection.Empty),
        new("power", 1, 1, (focus, arguments, scope) => Both(focus, arguments, scope) is var (value, exponent) ? Power(focus, arguments, value, exponent) : FhirPathCollection.Empty),
        new("round", 0, 1, Round),
    ];

    private static FunctionDefinition Number(string name, Func<decimal, FhirPathCollection> function) => new(name, 0, 0, (focus, _, _) =>
    {
        try
        {
            return Singleton.Number(focus) is { } value ? function(value) : FhirPathCollection.Empty;
        }
        catch (OverflowException)
        {
            return FhirPathCollection.Empty;
        }
    });

    private static (decimal Value, decimal Argument)? Both(FhirPathCollection focus, Arguments arguments, Scope scope)
        => Singleton.Number(focus) is { } value && Singleton.Number(arguments.Evaluate(0, scope)) is { } argument ? (value, argument) : null;

    // An Integer to a whole, not negative power stays an Integer.
    private static FhirPathCollection Power(FhirPathCollection focus, Arguments arguments, decimal value, decimal exponent)
    {
        var result = Math.Pow((double)value, (double)exponent);
        var isInteger = focus[0].Value is int && exponent >= 0 && decimal.IsInteger(exponent) && Math.Abs(result) <= int.MaxValue;
        return isInteger ? FhirPathValue.Of((int)result) : Finite(result);
    }

    private static FhirPathCollection Round(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        var digits = arguments.Count > 0 ? arguments.Integer(0, scope) ?? 0 : 0;
        if (digits < 0)
        {
            throw new FhirPathException("round() takes a precision of at least 0.");
        }

        return Singleton.Number(focus) is { } value
            ? FhirPathValue.Of(decimal.Round(value, Math.Min(digits, 28), MidpointRounding.AwayFromZero))
            : FhirPathCollection.Empty;
    }

    private static FhirPathCollection Finite(double value)
        => double.IsFinite(value) && Math.Abs(value) < (double)decimal.MaxValue ? FhirPathValue.Of((decimal)value) : FhirPathCollection.Empty;
}
