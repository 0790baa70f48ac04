using MathNet.Numerics.LinearAlgebra;

namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>
/// The robust variance of a Cox regression (Lin and Wei, JASA 1989): D'D with D the rows' weighted score residuals times the
/// inverse information.
/// </summary>
internal static class CoxSandwich
{
    /// <param name="data">The rows.</param>
    /// <param name="beta">The coefficients at which the likelihood is largest.</param>
    public static double[] Errors(CoxData data, double[] beta)
    {
        var inverse = data.At(Vector<double>.Build.Dense(beta)).Information.Inverse();
        var residuals = Residuals(data, beta);
        for (var row = 0; row < data.Rows; row++)
        {
            residuals.SetRow(row, residuals.Row(row) * data.Weight(row));
        }

        var effects = residuals * inverse;
        return [.. Enumerable.Range(0, data.Covariates).Select(column => effects.Column(column).L2Norm())];
    }

    /// <summary>
    /// δ (x - x̄) - e^{βx} Σ (x - x̄(t)) dH(t) over the event times t up to the row's own. Of d tied events each is held against the d
    /// risk sets of Efron in equal parts, and is itself only as far in them as it is not left out.
    /// </summary>
    private static Matrix<double> Residuals(CoxData data, double[] beta)
    {
        var residuals = Matrix<double>.Build.Dense(data.Rows, data.Covariates);
        var steps = CoxSteps.Of(data, beta);
        var before = new CoxStep(0, Vector<double>.Build.Dense(data.Covariates));
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            var time = steps[i];
            for (var row = time.Start; row < time.End; row++)
            {
                var x = Vector<double>.Build.DenseOfArray(data.Row(row).ToArray());
                var own = before + (data.IsEvent(row) ? time.OfEvents : time.OfOthers);
                residuals.SetRow(row, (data.IsEvent(row) ? x - time.Mean : 0 * x) - (((x * own.Hazard) - own.Weighted) * data.Hazard(row, beta)));
            }

            before += time.OfOthers;
        }

        return residuals;
    }
}
