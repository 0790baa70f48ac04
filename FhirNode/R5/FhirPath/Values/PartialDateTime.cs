using System.Diagnostics.CodeAnalysis;

namespace GenoMed.Fhir.R5.FhirPath.Values;

/// <summary>
/// A date, date and time, or time of day known to some precision: <c>2015</c>, <c>2015-02-04T14:34+02:00</c>, <c>14:34</c>.
/// Comparison of values of different precision is undecided where the difference matters (FHIRPath 2.0 §6.2).
/// </summary>
public sealed partial class PartialDateTime
{
    internal PartialDateTime(TemporalKind kind, TemporalPrecision precision, DateTime local, int fractionDigits = 0, int? offsetMinutes = null)
    {
        Kind = kind;
        Precision = precision;
        Local = local;
        FractionDigits = fractionDigits;
        OffsetMinutes = offsetMinutes;
    }

    public TemporalKind Kind { get; }

    public TemporalPrecision Precision { get; }

    /// <summary>Wall-clock fields; those beyond <see cref="Precision"/> are at their least value. A time lies on 0001-01-01.</summary>
    public DateTime Local { get; }

    /// <summary>Minutes east of UTC, or null when the text names no time zone.</summary>
    public int? OffsetMinutes { get; }

    /// <summary>Digits written after the decimal point of the seconds, 0 to 7.</summary>
    public int FractionDigits { get; }

    /// <summary>The first instant that the value covers; a value without time zone is taken as UTC.</summary>
    public DateTimeOffset Earliest => Instant(Local);

    /// <summary>The first instant after those that the value covers (exclusive end); see <see cref="Earliest"/>.</summary>
    public DateTimeOffset End => Instant(AfterSpan());

    /// <summary>Reads the text of a FHIR date, dateTime, instant or time.</summary>
    public static bool TryParse(TemporalKind kind, ReadOnlySpan<char> text, [NotNullWhen(true)] out PartialDateTime? value)
        => new TemporalParser(text).TryParse(kind, out value);

    /// <summary>Between Date and DateTime: a date is a DateTime of that precision, a DateTime loses its time; null otherwise.</summary>
    internal PartialDateTime? To(TemporalKind kind) => (Kind, kind) switch
    {
        _ when Kind == kind => this,
        (TemporalKind.Date, TemporalKind.DateTime) => new PartialDateTime(kind, Precision, Local),
        (TemporalKind.DateTime, TemporalKind.Date) => new PartialDateTime(kind, Precision < TemporalPrecision.Day ? Precision : TemporalPrecision.Day, Local.Date),
        _ => null,
    };

    internal static PartialDateTime OfInstant(DateTimeOffset instant)
        => new(TemporalKind.DateTime, TemporalPrecision.Second, WholeMilliseconds(instant.DateTime), 3, (int)instant.Offset.TotalMinutes);

    private static DateTime WholeMilliseconds(DateTime value) => value.AddTicks(-(value.Ticks % TimeSpan.TicksPerMillisecond));

    private DateTimeOffset Instant(DateTime local)
    {
        var ticks = local.Ticks - ((OffsetMinutes ?? 0) * TimeSpan.TicksPerMinute);
        return new DateTimeOffset(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }

    private DateTime AfterSpan()
    {
        try
        {
            return Precision switch
            {
                TemporalPrecision.Year => Local.AddYears(1),
                TemporalPrecision.Month => Local.AddMonths(1),
                TemporalPrecision.Day => Local.AddDays(1),
                TemporalPrecision.Hour => Local.AddHours(1),
                TemporalPrecision.Minute => Local.AddMinutes(1),
                _ => Local.AddTicks(TimeSpan.TicksPerSecond / (long)Math.Pow(10, FractionDigits)),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return DateTime.MaxValue;
        }
    }
}
