using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>Cox's regression on treatment; nothing where an arm has fewer than five events.</summary>
internal static class TreatmentHazard
{
    private const int LeastEvents = 5;

    /// <param name="treated">One arm.</param>
    /// <param name="controls">The other.</param>
    /// <param name="weights">Of the treated and then of the controls, which makes the error robust; null for all alike.</param>
    public static HazardTerm Of((double[] Durations, double[] Events) treated, (double[] Durations, double[] Events) controls, double[]? weights = null)
    {
        if (treated.Events.Sum() < LeastEvents || controls.Events.Sum() < LeastEvents)
        {
            return new HazardTerm(0, 0);
        }

        var covariates = new double[treated.Durations.Length + controls.Durations.Length, 1];
        for (var row = 0; row < treated.Durations.Length; row++)
        {
            covariates[row, 0] = 1;
        }

        double[] durations = [.. treated.Durations, .. controls.Durations];
        double[] events = [.. treated.Events, .. controls.Events];
        var fit = weights is null ? CoxRegression.Fit(durations, events, covariates) : CoxRegression.FitWeighted(durations, events, covariates, weights);
        return HazardTerm.Of(fit.Coefficients[0], fit.RobustErrors?[0] ?? fit.StandardErrors[0]);
    }
}
