namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>The log-rank test.</summary>
/// <param name="ChiSquared">The statistic.</param>
/// <param name="DegreesOfFreedom">Groups that had anyone at risk, less one.</param>
/// <param name="PValue">Of the chi-squared tail, 0..1.</param>
/// <param name="Observed">Events seen in each group.</param>
/// <param name="Expected">Events expected in each group if all had the same hazard.</param>
public sealed record LogRankResult(
    double ChiSquared, int DegreesOfFreedom, double PValue, IReadOnlyList<double> Observed, IReadOnlyList<double> Expected);
