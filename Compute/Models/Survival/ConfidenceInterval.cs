namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>A confidence interval.</summary>
/// <param name="Lower">Its lower limit.</param>
/// <param name="Upper">Its upper limit.</param>
/// <param name="Level">Its coverage, e.g. 0.95.</param>
public sealed record ConfidenceInterval(double Lower, double Upper, double Level);
