namespace GenoMed.Fhir.R5.FhirPath.Values;

public sealed partial class PartialDateTime
{
    // Time zones lie between UTC-12 and UTC+14: further apart, two times differ whatever the missing zone is.
    private const long WidestOffset = 14 * TimeSpan.TicksPerHour;

    /// <summary>Negative, zero or positive as usual; null when the precisions (or an absent time zone) leave it open.</summary>
    public int? CompareTo(PartialDateTime other)
    {
        if ((Kind == TemporalKind.Time) != (other.Kind == TemporalKind.Time))
        {
            throw new FhirPathException($"A {Kind} cannot be compared with a {other.Kind}.");
        }

        var common = Precision < other.Precision ? Precision : other.Precision;
        return common >= TemporalPrecision.Hour && OffsetMinutes is null != other.OffsetMinutes is null
            ? CompareWithoutZone(other)
            : CompareFields(Normal(common), other.Normal(common), common, Precision == other.Precision);
    }

    /// <summary>Equivalence: different precisions are simply different (FHIRPath 2.0 §6.1.2).</summary>
    public bool IsEquivalentTo(PartialDateTime other)
        => (Kind == TemporalKind.Time) == (other.Kind == TemporalKind.Time) && Precision == other.Precision && CompareTo(other) == 0;

    private static int? CompareFields(DateTime left, DateTime right, TemporalPrecision common, bool samePrecision)
    {
        var order = Truncate(left, common).CompareTo(Truncate(right, common));
        return order != 0 || samePrecision ? order : null;
    }

    private static DateTime Truncate(DateTime value, TemporalPrecision precision) => precision switch
    {
        TemporalPrecision.Year => new DateTime(value.Year, 1, 1),
        TemporalPrecision.Month => new DateTime(value.Year, value.Month, 1),
        TemporalPrecision.Day => value.Date,
        TemporalPrecision.Hour => value.Date.AddHours(value.Hour),
        TemporalPrecision.Minute => value.Date.AddHours(value.Hour).AddMinutes(value.Minute),
        _ => value,
    };

    private int? CompareWithoutZone(PartialDateTime other)
    {
        var difference = Local.Ticks - ((OffsetMinutes ?? 0) * TimeSpan.TicksPerMinute)
            - other.Local.Ticks + ((other.OffsetMinutes ?? 0) * TimeSpan.TicksPerMinute);
        return Math.Abs(difference) > WidestOffset ? Math.Sign(difference) : null;
    }

    private DateTime Normal(TemporalPrecision common)
    {
        if (OffsetMinutes is not { } offset || offset == 0 || common < TemporalPrecision.Hour)
        {
            return Local;
        }

        var ticks = Local.Ticks - (offset * TimeSpan.TicksPerMinute);
        return new DateTime(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));
    }
}
