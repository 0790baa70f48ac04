namespace GenoMed.Fhir.Compute.Models.Privacy;

/// <summary>How often one node's training has looked at its patients in one round, for the accountant.</summary>
/// <param name="Sampling">q: the probability that a patient is in a step, above 0 up to 1.</param>
/// <param name="Steps">Noisy steps, each of a batch that chance drew.</param>
/// <param name="FirstRoundCounts">Noisy counts of all patients (q = 1, the same σ), made in the first round alone.</param>
public sealed record PrivacySpent(double Sampling, long Steps, long FirstRoundCounts = 0);
