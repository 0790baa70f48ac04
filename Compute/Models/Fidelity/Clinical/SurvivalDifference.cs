using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>How differently real and synthetic patients survive, in figures that rest on all of them.</summary>
/// <param name="Horizon">The plan's last time.</param>
/// <param name="Real">Restricted mean of the real patients.</param>
/// <param name="Synthetic">Of the synthetic ones.</param>
/// <param name="LogRankP">Of the log-rank test; null for several nodes, whose tests would count the synthetic patients each time.</param>
public sealed record SurvivalDifference(double Horizon, RestrictedMean Real, RestrictedMean Synthetic, double? LogRankP)
{
    /// <summary>Synthetic less real restricted mean, in the outcome's unit.</summary>
    public double Difference => Synthetic.Mean - Real.Mean;

    /// <summary>Two-sided p that both means are the same.</summary>
    public double P => StandardError > 0 ? Distributions.ChiSquaredTail(Difference * Difference / (StandardError * StandardError), 1) : 1;

    private double StandardError => Math.Sqrt((Real.StandardError * Real.StandardError) + (Synthetic.StandardError * Synthetic.StandardError));

    /// <summary>Of the difference.</summary>
    /// <param name="level">Coverage.</param>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        var half = Distributions.NormalQuantile(level) * StandardError;
        return new ConfidenceInterval(Difference - half, Difference + half, level);
    }

    internal static SurvivalDifference Of(SurvivalComparison comparison) => new(
        comparison.Times[^1], Mean(comparison.Real), Mean(comparison.Synthetic), comparison.LogRank.PValue);

    internal static SurvivalDifference Sum(IReadOnlyList<SurvivalDifference> nodes) => nodes.Count == 1
        ? nodes[0]
        : nodes[0] with { Real = RestrictedMean.Sum([.. nodes.Select(node => node.Real)]), LogRankP = null };

    private static RestrictedMean Mean(SurvivalArm arm) => new(arm.RestrictedMean, arm.RestrictedMeanError, arm.Patients);
}
