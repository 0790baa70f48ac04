using System.Globalization;

namespace GenoMed.Fhir.Store.Search;

/// <summary>A number of a query. Written digits say how exact it is meant: 100 is [99.5, 100.5), 100.00 is [99.995, 100.005).</summary>
/// <param name="Value">The number.</param>
/// <param name="HalfStep">Half of the last digit's place.</param>
public readonly record struct SearchNumber(double Value, double HalfStep)
{
    public double Low => Value - HalfStep;

    public double High => Value + HalfStep;

    /// <summary>Reads a FHIR decimal, exponents included; null where it is none.</summary>
    public static SearchNumber? TryParse(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new SearchNumber(value, 0.5 * Math.Pow(10, LastPlace(text)))
            : null;
    }

    private static int LastPlace(string text)
    {
        var mark = text.IndexOfAny(['e', 'E']);
        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        return Exponent(mark < 0 ? "0" : text[(mark + 1)..]) - (point < 0 ? 0 : mantissa.Length - point - 1);
    }

    // An exponent beyond an int's range belongs to a number that is zero as a double.
    private static int Exponent(string text)
        => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) ? Math.Clamp(exponent, -1000, 1000) : -1000;
}
