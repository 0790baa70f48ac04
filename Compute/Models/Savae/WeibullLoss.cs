using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.Savae;

/// <summary>
/// The negative log likelihood of right-censored Weibull times (Apellániz, Parras, Zazo, IEEE Access 2024), mean over
/// the rows: -[ e ( log(α/λ) + (α-1) log(t/λ) ) - (t/λ)^α ]; the hazard counts only where the event was seen.
/// In logarithms throughout, so that it is finite for every output of the network and needs no event in the batch.
/// </summary>
internal static class WeibullLoss
{
    /// <summary>(t/λ)^α goes on as a straight line in its logarithm from e^10: finite, and the gradient still says "later".</summary>
    private const double LogCumulativeLimit = 10;

    /// <param name="logShape">log α, [n]</param>
    /// <param name="logScale">log λ, [n]</param>
    /// <param name="logTimes">log t, [n]</param>
    /// <param name="events">1 seen, 0 censored, [n]</param>
    /// <returns>One number.</returns>
    public static Tensor Evaluate(Tensor logShape, Tensor logScale, Tensor logTimes, Tensor events)
    {
        var logCumulative = logShape.exp() * (logTimes - logScale);
        var logHazard = logShape - logTimes + logCumulative;
        return (Cumulative(logCumulative) - (events * logHazard)).mean();
    }

    private static Tensor Cumulative(Tensor logarithm)
    {
        var limited = logarithm.clamp(max: LogCumulativeLimit);
        return limited.exp() * (logarithm - limited + 1);
    }
}
