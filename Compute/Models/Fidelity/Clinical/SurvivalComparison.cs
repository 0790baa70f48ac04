using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>
/// Survival of real and synthetic patients: curves, log-rank test, restricted mean. From summaries (which add up over nodes) the
/// curves are life tables and the test takes the events of a period as tied; from tables all is exact.
/// </summary>
public sealed record SurvivalComparison
{
    /// <summary>The plan's times; the last is the horizon.</summary>
    public required IReadOnlyList<double> Times { get; init; }

    public required SurvivalArm Real { get; init; }

    public required SurvivalArm Synthetic { get; init; }

    /// <summary>Group 0 is the real patients. Agrees with R's <c>survdiff</c> of the same rows.</summary>
    public required LogRankResult LogRank { get; init; }

    /// <summary>Synthetic less real restricted mean, in the outcome's unit.</summary>
    public double RestrictedMeanDifference => Synthetic.RestrictedMean - Real.RestrictedMean;

    /// <summary>Of the difference.</summary>
    /// <param name="level">Coverage.</param>
    public ConfidenceInterval RestrictedMeanInterval(double level = 0.95)
    {
        var half = Distributions.NormalQuantile(level) * Math.Sqrt(Square(Real.RestrictedMeanError) + Square(Synthetic.RestrictedMeanError));
        return new ConfidenceInterval(RestrictedMeanDifference - half, RestrictedMeanDifference + half, level);
    }

    /// <summary>From counts, which may be the sum of several nodes'.</summary>
    /// <exception cref="ArgumentException">A summary tells of no outcome.</exception>
    public static SurvivalComparison Of(SafePlan plan, SafeSummary real, SafeSummary synthetic, double level = 0.95) => new()
    {
        Times = plan.Times,
        Real = LifeTable.Of(plan, real).Arm(level),
        Synthetic = LifeTable.Of(plan, synthetic).Arm(level),
        LogRank = Survival.LogRank.Test(LifeTable.Risk(plan, real, synthetic)),
    };

    /// <summary>From rows.</summary>
    /// <exception cref="ArgumentException">A table has no known outcome.</exception>
    public static SurvivalComparison Of(SafePlan plan, FeatureTable real, FeatureTable synthetic, double level = 0.95)
    {
        var (left, right) = (KnownOutcome.Of(real, plan.Outcome), KnownOutcome.Of(synthetic, plan.Outcome));
        return new SurvivalComparison
        {
            Times = plan.Times,
            Real = ProductLimit.Of(plan, left).Arm(level),
            Synthetic = ProductLimit.Of(plan, right).Arm(level),
            LogRank = Survival.LogRank.Test(
                [.. left.Durations(plan.Outcome), .. right.Durations(plan.Outcome)],
                [.. left.Events(plan.Outcome), .. right.Events(plan.Outcome)],
                [.. Enumerable.Repeat(0, left.Count), .. Enumerable.Repeat(1, right.Count)]),
        };
    }

    private static double Square(double value) => value * value;
}
