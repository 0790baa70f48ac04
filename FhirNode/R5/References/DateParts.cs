namespace GenoMed.Fhir.R5.References;

/// <summary>What a date, dateTime or instant states, checked against the calendar.</summary>
/// <param name="Precision">The last part that is stated.</param>
/// <param name="FractionDigits">Digits after the decimal point of the seconds.</param>
/// <param name="FractionTicks">Those digits in units of 100 ns; further digits are cut off.</param>
/// <param name="OffsetMinutes">Offset from UTC, or null where none is stated.</param>
internal readonly record struct DateParts(
    DatePrecision Precision,
    int Year,
    int Month = 1,
    int Day = 1,
    int Hour = 0,
    int Minute = 0,
    int Second = 0,
    int FractionDigits = 0,
    int FractionTicks = 0,
    int? OffsetMinutes = null)
{
    /// <summary>Whether the text may stand in an element of type date.</summary>
    public bool IsDate => Precision <= DatePrecision.Day;

    /// <summary>Whether the text may stand in an element of type instant: seconds and offset are stated.</summary>
    public bool IsInstant => Precision >= DatePrecision.Second && OffsetMinutes is not null;

    /// <summary>Whether the text may stand in an element of type dateTime: a date, or seconds with an offset.</summary>
    public bool IsDateTime => IsDate || IsInstant;
}
