using System.Globalization;

namespace GenoMed.Fhir.R5.FhirPath.Values;

public sealed partial class PartialDateTime
{
    /// <summary>The text as FHIR writes it: no leading <c>@</c>, the precision that was given.</summary>
    public override string ToString() => Kind switch
    {
        TemporalKind.Time => TimeText(),
        _ when Precision <= TemporalPrecision.Day => DateText(),
        _ => $"{DateText()}T{TimeText()}{ZoneText()}",
    };

    private string DateText() => Local.ToString(Precision switch
    {
        TemporalPrecision.Year => "yyyy",
        TemporalPrecision.Month => "yyyy-MM",
        _ => "yyyy-MM-dd",
    }, CultureInfo.InvariantCulture);

    private string TimeText() => Local.ToString(Precision switch
    {
        TemporalPrecision.Hour => "HH",
        TemporalPrecision.Minute => "HH:mm",
        _ when FractionDigits > 0 => "HH:mm:ss." + new string('f', FractionDigits),
        _ => "HH:mm:ss",
    }, CultureInfo.InvariantCulture);

    private string ZoneText() => OffsetMinutes switch
    {
        null => string.Empty,
        0 => "Z",
        { } offset => string.Create(CultureInfo.InvariantCulture, $"{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 60:00}:{Math.Abs(offset) % 60:00}"),
    };
}
