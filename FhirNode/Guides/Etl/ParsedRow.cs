namespace GenoMed.Fhir.Guides.Etl;

/// <summary>One row of a file: the patient, or the faults that keep it out.</summary>
/// <param name="Line">The line of the file where the row ends, the header being 1.</param>
/// <param name="Patient">The patient where the row is good, else null.</param>
/// <param name="Faults">Why it is not.</param>
/// <param name="Flags">What is odd and was kept.</param>
internal readonly record struct ParsedRow(long Line, PatientRow? Patient, IReadOnlyList<RejectedCell> Faults, IReadOnlyList<RejectedCell> Flags);
