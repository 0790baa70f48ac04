namespace GenoMed.Fhir.Operations.QualityReport;

/// <summary>
/// Population stability index of two histograms over the same bins: Σ (p − q) ln(p / q). Below 0.1 is stable, above 0.25 a
/// shift, by custom.
/// </summary>
internal static class StabilityIndex
{
    /// <summary>Added to every count, so that a bin that one side lacks is finite.</summary>
    private const double Smoothing = 0.5;
    private const int Digits = 4;

    public static double Of(IReadOnlyCollection<int> now, IReadOnlyCollection<int> then)
    {
        var (all, before) = (now.Sum() + (Smoothing * now.Count), then.Sum() + (Smoothing * then.Count));
        var index = now.Zip(then, (a, b) => (P: (a + Smoothing) / all, Q: (b + Smoothing) / before)).Sum(pair => (pair.P - pair.Q) * Math.Log(pair.P / pair.Q));
        return Math.Round(index, Digits);
    }
}
