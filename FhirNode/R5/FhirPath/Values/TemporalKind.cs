namespace GenoMed.Fhir.R5.FhirPath.Values;

/// <summary>Which of the three System types a <see cref="PartialDateTime"/> is.</summary>
public enum TemporalKind
{
    Date,
    DateTime,
    Time,
}
