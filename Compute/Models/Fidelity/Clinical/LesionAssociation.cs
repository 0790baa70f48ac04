namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>Whether two lesions come together or exclude each other in one group of patients.</summary>
/// <param name="Both">Patients with both.</param>
/// <param name="LogOddsRatio">Above 0 together, below 0 exclusive; half a patient added to each cell.</param>
/// <param name="AdjustedP">Of Fisher's test, adjusted over all judged pairs for false discovery.</param>
/// <param name="Call">1 together, -1 exclusive, 0 neither at 5 % false discovery.</param>
public sealed record LesionAssociation(long Both, double LogOddsRatio, double AdjustedP, int Call);
