namespace GenoMed.Fhir.R5.FhirPath.Values;

/// <summary>How far a date or time is written out. Seconds and their fractions are one precision, as FHIRPath 2.0 §6.1 says.</summary>
public enum TemporalPrecision
{
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
}
