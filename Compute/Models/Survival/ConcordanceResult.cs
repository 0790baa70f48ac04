namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>Harrell's C and what it rests on.</summary>
/// <param name="C">(concordant + tied risk / 2) / comparable, 0..1; NaN where no pair is comparable.</param>
/// <param name="StandardError">Infinitesimal-jackknife standard error of C.</param>
/// <param name="Concordant">Pairs where the higher risk failed first.</param>
/// <param name="Discordant">Pairs where the lower risk failed first.</param>
/// <param name="TiedRisk">Comparable pairs of equal risk.</param>
public sealed record ConcordanceResult(double C, double StandardError, long Concordant, long Discordant, long TiedRisk)
{
    /// <summary>Pairs whose order in time is known.</summary>
    public long Comparable => Concordant + Discordant + TiedRisk;

    /// <summary>Normal interval on C, clipped to 0..1.</summary>
    /// <param name="level">Coverage, between 0 and 1.</param>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        var half = Distributions.NormalQuantile(level) * StandardError;
        return new ConfidenceInterval(Math.Max(0, C - half), Math.Min(1, C + half), level);
    }
}
