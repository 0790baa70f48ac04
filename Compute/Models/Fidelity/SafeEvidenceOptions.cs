namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>How tables are looked at.</summary>
/// <param name="Seed">Gives halves, shuffles, mock trials and attacks.</param>
/// <param name="MinimumCell">k: no figure rests on fewer patients.</param>
public sealed record SafeEvidenceOptions(long Seed, int MinimumCell);
