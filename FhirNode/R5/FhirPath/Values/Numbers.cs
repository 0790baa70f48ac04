namespace GenoMed.Fhir.R5.FhirPath.Values;

/// <summary>Implicit conversion among Integer, Long and Decimal.</summary>
internal static class Numbers
{
    public static bool TryDecimal(object? value, out decimal number)
    {
        (var isNumber, number) = value switch
        {
            int small => (true, small),
            long big => (true, big),
            decimal exact => (true, exact),
            _ => (false, 0m),
        };
        return isNumber;
    }

    /// <summary>Digits after the decimal point that are not trailing zeros.</summary>
    public static int SignificantDecimals(decimal value) => Normalize(value).Scale;

    /// <summary>The same number without trailing zeros.</summary>
    public static decimal Normalize(decimal value) => value / 1.000000000000000000000000000000000m;

    /// <summary>Both numbers rounded to the digits of the less precise one are equal (FHIRPath 2.0 §6.1.2).</summary>
    public static bool AreEquivalent(decimal left, decimal right)
    {
        var digits = Math.Min(SignificantDecimals(left), SignificantDecimals(right));
        return decimal.Round(left, digits, MidpointRounding.AwayFromZero) == decimal.Round(right, digits, MidpointRounding.AwayFromZero);
    }
}
