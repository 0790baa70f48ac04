using System.Globalization;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.References;

/// <summary>The primitive type instant.</summary>
public static class FhirInstant
{
    /// <summary>Characters of <see cref="Format"/>'s result.</summary>
    public const int Length = 24;

    private const string Pattern = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>UTC with milliseconds, such as <c>2026-01-31T12:00:00.000Z</c>: texts sort as their times do.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>The same as UTF-8, into exactly <see cref="Length"/> bytes.</summary>
    public static void Write(DateTimeOffset time, Span<byte> utf8)
    {
        if (!time.UtcDateTime.TryFormat(utf8, out _, Pattern, CultureInfo.InvariantCulture))
        {
            throw new ArgumentException($"An instant has {Length} bytes; there are {utf8.Length}.", nameof(utf8));
        }
    }

    /// <summary>Reads an instant.</summary>
    /// <exception cref="OperationProblem">Seconds or offset are missing, or it is no time at all.</exception>
    public static DateTimeOffset Parse(string text)
        => FhirDateRange.TryParse(text, out var range) && range.Precision >= DatePrecision.Second
            ? range.Low
            : throw OperationProblem.Invalid($"'{text}' is not an instant; expected YYYY-MM-DDThh:mm:ss with Z or an offset such as +01:00.");
}
