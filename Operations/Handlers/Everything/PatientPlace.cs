namespace GenoMed.Fhir.Operations.Everything;

/// <summary>A patient in a list.</summary>
/// <param name="Id">The logical id.</param>
/// <param name="Next">The place of the next patient; null when this one is the last.</param>
internal sealed record PatientPlace(string Id, string? Next);
