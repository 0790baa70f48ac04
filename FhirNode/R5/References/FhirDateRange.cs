using System.Text;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.References;

/// <summary>
/// The stretch of time that a date, dateTime or instant stands for, by its precision: 2024-02 is the whole of February.
/// A text without an offset is read as UTC, so that ranges can be compared.
/// </summary>
/// <param name="Low">The first instant of the range, UTC.</param>
/// <param name="High">The first instant after it, UTC; the last representable one at the end of the year 9999.</param>
/// <param name="Precision">What the text stated.</param>
public readonly record struct FhirDateRange(DateTimeOffset Low, DateTimeOffset High, DatePrecision Precision)
{
    private const int LongestText = 64;

    /// <summary>Reads a date, dateTime, instant or a date value of a search.</summary>
    /// <exception cref="OperationProblem">The text is none of them, or not a day of the calendar.</exception>
    public static FhirDateRange Parse(string text)
        => TryParse(text, out var range)
            ? range
            : throw OperationProblem.Invalid($"'{text}' is not a FHIR date; expected YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss with Z or an offset such as +01:00.");

    /// <summary>The same, false instead of an error.</summary>
    public static bool TryParse(string text, out FhirDateRange range)
    {
        range = default;
        Span<byte> bytes = stackalloc byte[LongestText];
        if (!Encoding.UTF8.TryGetBytes(text, bytes, out var length) || !DateScanner.TryRead(bytes[..length], out var parts))
        {
            return false;
        }

        range = Of(parts);
        return true;
    }

    /// <summary>Whether both share an instant.</summary>
    public bool Overlaps(FhirDateRange other) => Low < other.High && other.Low < High;

    /// <summary>Whether the other lies within this one.</summary>
    public bool Contains(FhirDateRange other) => Low <= other.Low && other.High <= High;

    private static FhirDateRange Of(DateParts parts)
    {
        var local = new DateTime(parts.Year, parts.Month, parts.Day, parts.Hour, parts.Minute, 0, DateTimeKind.Utc).Ticks
            + (parts.Second * TimeSpan.TicksPerSecond) + parts.FractionTicks;
        var offset = (parts.OffsetMinutes ?? 0) * TimeSpan.TicksPerMinute;
        return new FhirDateRange(At(local - offset), At(local - offset + Length(parts)), parts.Precision);
    }

    private static DateTimeOffset At(long ticks) => new(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);

    private static long Length(DateParts parts) => parts.Precision switch
    {
        DatePrecision.Year => (DateTime.IsLeapYear(parts.Year) ? 366 : 365) * TimeSpan.TicksPerDay,
        DatePrecision.Month => DateTime.DaysInMonth(parts.Year, parts.Month) * TimeSpan.TicksPerDay,
        DatePrecision.Day => TimeSpan.TicksPerDay,
        DatePrecision.Minute => TimeSpan.TicksPerMinute,
        DatePrecision.Second => TimeSpan.TicksPerSecond,
        _ => (long)Math.Max(1, TimeSpan.TicksPerSecond / Math.Pow(10, parts.FractionDigits)),
    };
}
