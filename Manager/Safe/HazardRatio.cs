using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>How many times higher the risk is with a factor.</summary>
/// <param name="Value">Above 1: worse.</param>
/// <param name="Interval">95 %, normal on the logarithm.</param>
public sealed record HazardRatio(double Value, ConfidenceInterval Interval)
{
    private const double Level = 0.95;

    /// <summary>97.5 % of the standard normal distribution lie below.</summary>
    private const double Normal = 1.959963984540054;

    internal static HazardRatio? Of(HazardTerm term)
    {
        if (term.Precision <= 0)
        {
            return null;
        }

        var half = Normal * term.StandardError;
        return new HazardRatio(Math.Exp(term.LogHazardRatio), new ConfidenceInterval(Math.Exp(term.LogHazardRatio - half), Math.Exp(term.LogHazardRatio + half), Level));
    }
}
