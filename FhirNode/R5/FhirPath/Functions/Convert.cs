using System.Globalization;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>Explicit conversions between System types; null where there is none for the value.</summary>
internal static class Convert
{
    private static readonly string[] TrueWords = ["true", "t", "yes", "y", "1", "1.0"];
    private static readonly string[] FalseWords = ["false", "f", "no", "n", "0", "0.0"];

    public static FhirPathValue? Boolean(object value) => value switch
    {
        bool flag => FhirPathValue.Of(flag),
        string text when TrueWords.Contains(text, StringComparer.OrdinalIgnoreCase) => FhirPathValue.Of(true),
        string text when FalseWords.Contains(text, StringComparer.OrdinalIgnoreCase) => FhirPathValue.Of(false),
        _ when Numbers.TryDecimal(value, out var number) && number is 0 or 1 => FhirPathValue.Of(number == 1),
        _ => null,
    };

    public static FhirPathValue? Integer(object value) => value switch
    {
        int number => FhirPathValue.Of(number),
        long big and >= int.MinValue and <= int.MaxValue => FhirPathValue.Of((int)big),
        bool flag => FhirPathValue.Of(flag ? 1 : 0),
        string text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => FhirPathValue.Of(number),
        _ => null,
    };

    public static FhirPathValue? Long(object value) => value switch
    {
        int number => FhirPathValue.Of((long)number),
        long big => FhirPathValue.Of(big),
        bool flag => FhirPathValue.Of(flag ? 1L : 0L),
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => FhirPathValue.Of(number),
        _ => null,
    };

    public static FhirPathValue? Decimal(object value) => value switch
    {
        bool flag => FhirPathValue.Of(flag ? 1.0m : 0.0m),
        string text => TryDecimal(text, out var number) ? FhirPathValue.Of(number) : null,
        _ => Numbers.TryDecimal(value, out var number) ? FhirPathValue.Of(number) : null,
    };

    public static FhirPathValue? String(object value)
        => value is ReflectedType ? null : FhirPathValue.Of(SystemValue.Text(value));

    public static FhirPathValue? Temporal(object value, TemporalKind kind) => value switch
    {
        string text => PartialDateTime.TryParse(kind, text, out var parsed) ? FhirPathValue.Of(parsed) : null,
        PartialDateTime temporal => temporal.To(kind) is { } converted ? FhirPathValue.Of(converted) : null,
        _ => null,
    };

    public static FhirPathQuantity? Quantity(object value) => value switch
    {
        FhirPathQuantity quantity => quantity,
        bool flag => new FhirPathQuantity(flag ? 1.0m : 0.0m, "1"),
        string text => Quantity(text.Trim()),
        _ => Numbers.TryDecimal(value, out var number) ? new FhirPathQuantity(number, "1") : null,
    };

    private static FhirPathQuantity? Quantity(string text)
    {
        var end = text.AsSpan().IndexOfAnyExcept("+-0123456789.");
        if (!TryDecimal(end < 0 ? text : text[..end], out var number))
        {
            return null;
        }

        var unit = end < 0 ? "'1'" : text[end..].Trim();
        var isQuoted = unit.Length > 2 && unit[0] == '\'' && unit[^1] == '\'' && !unit.AsSpan(1, unit.Length - 2).Contains('\'');
        return isQuoted ? new FhirPathQuantity(number, unit[1..^1])
            : CalendarUnit.OfKeyword(unit) is not null ? new FhirPathQuantity(number, unit)
            : null;
    }

    private static bool TryDecimal(string text, out decimal number)
        => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            && char.IsAsciiDigit(text[^1]) && !text.StartsWith('.');
}
