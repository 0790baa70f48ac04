namespace GenoMed.Fhir.R5.FhirPath.Values;

public sealed partial class PartialDateTime
{
    /// <summary>
    /// Adds a duration (FHIRPath 2.0 §6.6.7): a unit finer than the precision is converted and cut to it, and a time wraps
    /// at midnight. Months and years must be calendar durations.
    /// </summary>
    /// <exception cref="FhirPathException">The unit is no duration, is a definite month or year, or the result leaves the calendar.</exception>
    public PartialDateTime Add(FhirPathQuantity duration)
    {
        var unit = CalendarUnit.Of(duration)
            ?? throw new FhirPathException($"{duration} cannot be added to a {Kind}: the unit is not a calendar duration.");
        try
        {
            return Kind == TemporalKind.Time ? AddToTime(duration.Value, unit) : AddToDate(duration.Value, unit);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            throw new FhirPathException($"Adding {duration} to {this} leaves the calendar.");
        }
    }

    private PartialDateTime AddToTime(decimal value, CalendarUnit unit)
    {
        if (unit.Ticks == 0)
        {
            throw new FhirPathException($"{unit.Name} cannot be added to a time.");
        }

        var moved = (Local.Ticks + TicksOf(value, unit)) % TimeSpan.TicksPerDay;
        return With(new DateTime(moved < 0 ? moved + TimeSpan.TicksPerDay : moved));
    }

    private PartialDateTime AddToDate(decimal value, CalendarUnit unit) => Precision switch
    {
        TemporalPrecision.Year => With(Local.AddYears((int)decimal.Truncate(unit.Months > 0 ? Whole(value) * unit.Months / 12m : Days(value, unit) / 365m))),
        TemporalPrecision.Month => With(Local.AddMonths((int)decimal.Truncate(unit.Months > 0 ? Whole(value) * unit.Months : Days(value, unit) / 30m))),
        _ when unit.Months > 0 => With(Local.AddMonths((int)(Whole(value) * unit.Months))),
        TemporalPrecision.Day => With(Local.AddDays((double)decimal.Truncate(Days(value, unit)))),
        _ => With(Local.AddTicks(TicksOf(value, unit))),
    };

    private static decimal Whole(decimal value) => decimal.Truncate(value);

    private static decimal Days(decimal value, CalendarUnit unit) => TicksOf(value, unit) / (decimal)TimeSpan.TicksPerDay;

    // Only seconds and milliseconds may have a fraction.
    private static long TicksOf(decimal value, CalendarUnit unit)
        => (long)((unit.Ticks > TimeSpan.TicksPerSecond ? Whole(value) : value) * unit.Ticks);

    private PartialDateTime With(DateTime local)
        => new(Kind, Precision, local, local.Ticks % TimeSpan.TicksPerSecond == 0 ? FractionDigits : Math.Max(FractionDigits, 3), OffsetMinutes);
}
