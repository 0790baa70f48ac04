namespace GenoMed.Fhir.Manager.Comparisons.Generators;

/// <summary>What the fidelity scores are read against: the ceiling, or the floor.</summary>
/// <param name="Csf">Clinical synthetic fidelity.</param>
/// <param name="Gsf">Genomic synthetic fidelity; null without lesions.</param>
/// <param name="PhiCorrelation">Correlation of the φ-matrices; null without lesions.</param>
public sealed record SyntheticBound(double Csf, double? Gsf, double? PhiCorrelation);
