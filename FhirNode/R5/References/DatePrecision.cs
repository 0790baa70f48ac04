namespace GenoMed.Fhir.R5.References;

/// <summary>How much of a FHIR date, dateTime or instant is stated.</summary>
public enum DatePrecision
{
    Year,
    Month,
    Day,
    Minute,
    Second,
    Fraction,
}
