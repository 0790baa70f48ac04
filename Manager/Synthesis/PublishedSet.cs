namespace GenoMed.Fhir.Manager.Synthesis;

/// <summary>A released set that was copied to a publication node.</summary>
/// <param name="Library"><c>Library/id</c> there.</param>
/// <param name="Sha256">SHA-256 of its CSV.</param>
/// <param name="Patients">Patients.</param>
/// <param name="Resources">Resources, the patients' included.</param>
public sealed record PublishedSet(string Library, string Sha256, int Patients, long Resources);
