using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>exp(log S ± z √ Σ d / (n (n - d))), R's default, at most 1; where S is 0 the lower limit is 0 and the upper stays as it was.</summary>
internal static class GreenwoodLimits
{
    /// <param name="survival">S at ascending times.</param>
    /// <param name="terms">d / (n (n - d)) of each time.</param>
    /// <param name="level">Coverage.</param>
    public static (double[] Lower, double[] Upper) Of(IReadOnlyList<double> survival, IReadOnlyList<double> terms, double level)
    {
        var (z, sum) = (Distributions.NormalQuantile(level), 0.0);
        var (lower, upper) = (new double[survival.Count], new double[survival.Count]);
        for (var t = 0; t < survival.Count; t++)
        {
            sum += terms[t];
            var factor = Math.Exp(z * Math.Sqrt(sum));
            (lower[t], upper[t]) = survival[t] > 0
                ? (survival[t] / factor, Math.Min(1, survival[t] * factor))
                : (0, t == 0 ? 1 : upper[t - 1]);
        }

        return (lower, upper);
    }
}
