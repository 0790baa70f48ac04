using MathNet.Numerics.Distributions;

namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>The tails that the tests and intervals need.</summary>
internal static class Distributions
{
    /// <summary>z with P(|Z| &lt; z) = level for a standard normal Z.</summary>
    public static double NormalQuantile(double level) => level is > 0 and < 1
        ? Normal.InvCDF(0, 1, (1 + level) / 2)
        : throw new ArgumentException($"Expected a confidence level between 0 and 1, got {level}.");

    /// <summary>P(X &gt; statistic) for X chi-squared.</summary>
    public static double ChiSquaredTail(double statistic, int degreesOfFreedom) =>
        1 - ChiSquared.CDF(degreesOfFreedom, statistic);
}
