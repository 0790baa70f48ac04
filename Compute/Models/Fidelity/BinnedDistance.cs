namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>A distance as bins tell it.</summary>
/// <param name="Value">The distance is this or more; the same where the two distribution functions do not cross within a bin.</param>
/// <param name="BinError">It is not above <paramref name="Value"/> by more than this.</param>
public sealed record BinnedDistance(double Value, double BinError);
