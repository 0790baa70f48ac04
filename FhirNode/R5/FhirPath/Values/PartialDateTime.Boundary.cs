namespace GenoMed.Fhir.R5.FhirPath.Values;

public sealed partial class PartialDateTime
{
    // The zones in which a day starts first and ends last.
    private const int EarliestZone = 14 * 60;
    private const int LatestZone = -12 * 60;

    /// <summary>The number of digits written: 4 for a year, 8 for a date, 17 for a DateTime with milliseconds; 4 for 10:30, 9 for a Time with milliseconds.</summary>
    internal int Digits => Kind == TemporalKind.Time ? TimeDigits : Precision <= TemporalPrecision.Day ? 4 + (2 * (int)Precision) : 8 + TimeDigits;

    private int TimeDigits => Precision < TemporalPrecision.Second ? 2 * (Precision - TemporalPrecision.Day) : 6 + (FractionDigits > 0 ? 3 : 0);

    /// <summary>The least or greatest value that this one may stand for, written with the given number of digits; null for a number that no precision has.</summary>
    internal PartialDateTime? Boundary(int? digits, bool isHigh)
    {
        var wanted = digits ?? (Kind == TemporalKind.Date ? 8 : Kind == TemporalKind.DateTime ? 17 : 9);
        var afterDate = Kind == TemporalKind.Time ? wanted : wanted - 8;
        var kind = Kind == TemporalKind.Time || afterDate <= 0 ? Kind : TemporalKind.DateTime;
        var precision = Kind != TemporalKind.Time && afterDate <= 0 ? DatePrecision(wanted) : TimePrecision(afterDate);
        if (precision is not { } found)
        {
            return null;
        }

        // The last millisecond before the end, whose finer digits the wanted precision then drops.
        var local = isHigh && (Precision < TemporalPrecision.Second || FractionDigits < 3) ? AfterSpan().AddMilliseconds(-1) : Local;
        var zone = OffsetMinutes ?? (isHigh ? LatestZone : EarliestZone);
        return new PartialDateTime(kind, found, Truncate(local, found), afterDate == 9 ? 3 : 0, kind == TemporalKind.DateTime && found > TemporalPrecision.Day ? zone : null);
    }

    private static TemporalPrecision? DatePrecision(int digits) => digits switch
    {
        4 => TemporalPrecision.Year,
        6 => TemporalPrecision.Month,
        8 => TemporalPrecision.Day,
        _ => null,
    };

    private static TemporalPrecision? TimePrecision(int digits) => digits switch
    {
        2 => TemporalPrecision.Hour,
        4 => TemporalPrecision.Minute,
        6 or 9 => TemporalPrecision.Second,
        _ => null,
    };
}
