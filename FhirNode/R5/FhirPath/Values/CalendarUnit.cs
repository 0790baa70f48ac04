using System.Collections.Frozen;

namespace GenoMed.Fhir.R5.FhirPath.Values;

/// <summary>A calendar duration of FHIRPath; exactly one of <see cref="Months"/> and <see cref="Ticks"/> is not zero.</summary>
/// <param name="Name">Singular keyword.</param>
/// <param name="Months">Months in one unit, for month and year.</param>
/// <param name="Ticks">Ticks (100 ns) in one unit, for the others.</param>
/// <param name="Ucum">The UCUM code of the definite duration that corresponds to it.</param>
internal sealed record CalendarUnit(string Name, int Months, long Ticks, string Ucum)
{
    private static readonly CalendarUnit[] All =
    [
        new("year", 12, 0, "a"),
        new("month", 1, 0, "mo"),
        new("week", 0, 7 * TimeSpan.TicksPerDay, "wk"),
        new("day", 0, TimeSpan.TicksPerDay, "d"),
        new("hour", 0, TimeSpan.TicksPerHour, "h"),
        new("minute", 0, TimeSpan.TicksPerMinute, "min"),
        new("second", 0, TimeSpan.TicksPerSecond, "s"),
        new("millisecond", 0, TimeSpan.TicksPerMillisecond, "ms"),
    ];

    private static readonly FrozenDictionary<string, CalendarUnit> ByKeyword
        = All.Concat(All.Select(unit => unit with { Name = unit.Name + "s" })).ToFrozenDictionary(unit => unit.Name, Singular);

    private static readonly FrozenDictionary<string, CalendarUnit> ByUcum = All.Where(unit => unit.Months == 0).ToFrozenDictionary(unit => unit.Ucum);

    /// <summary>The unit of a keyword such as <c>day</c> or <c>days</c>; null for any other word.</summary>
    public static CalendarUnit? OfKeyword(string word) => ByKeyword.GetValueOrDefault(word);

    /// <summary>The unit for date arithmetic: a keyword, or UCUM from weeks down (a UCUM month or year is no calendar one).</summary>
    public static CalendarUnit? Of(FhirPathQuantity quantity) => OfKeyword(quantity.Unit) ?? ByUcum.GetValueOrDefault(quantity.Unit);

    private static CalendarUnit Singular(CalendarUnit unit) => All.First(known => unit.Name.StartsWith(known.Name, StringComparison.Ordinal));
}
