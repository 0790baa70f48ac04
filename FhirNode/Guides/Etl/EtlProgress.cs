namespace GenoMed.Fhir.Guides.Etl;

/// <summary>How far a load is.</summary>
/// <param name="Patients">Patients acknowledged by the server.</param>
/// <param name="TotalPatients">Patients that will be loaded, known from the checking pass.</param>
/// <param name="Resources">Entries acknowledged by the server.</param>
public sealed record EtlProgress(long Patients, long TotalPatients, long Resources);
