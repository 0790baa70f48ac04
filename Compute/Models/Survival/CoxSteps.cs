using MathNet.Numerics.LinearAlgebra;

namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>The steps that the cumulative hazard takes at one time.</summary>
/// <param name="Start">First row of that time.</param>
/// <param name="End">After its last.</param>
/// <param name="Mean">Mean covariates at risk, averaged over the risk sets of the tied events; 0 where there is no event.</param>
/// <param name="OfOthers">The steps that a patient at risk takes who has no event then.</param>
/// <param name="OfEvents">Those of one who has.</param>
internal sealed record CoxSteps(int Start, int End, Vector<double> Mean, CoxStep OfOthers, CoxStep OfEvents)
{
    /// <summary>Of all times, latest first.</summary>
    public static IReadOnlyList<CoxSteps> Of(CoxData data, double[] beta)
    {
        var (atRisk, tied) = (new RiskSet(data.Covariates), new RiskSet(data.Covariates));
        return [.. data.Times().Select(time => At(data, beta, time.Start, time.End, atRisk, tied))];
    }

    private static CoxSteps At(CoxData data, double[] beta, int start, int end, RiskSet atRisk, RiskSet tied)
    {
        tied.Clear();
        var (events, weights) = (0, 0.0);
        for (var row = start; row < end; row++)
        {
            var weight = data.Weight(row) * data.Hazard(row, beta);
            atRisk.Add(data.Row(row), weight);
            if (data.IsEvent(row))
            {
                tied.Add(data.Row(row), weight);
                (events, weights) = (events + 1, weights + data.Weight(row));
            }
        }

        var zero = new CoxStep(0, Vector<double>.Build.Dense(data.Covariates));
        var (mean, others, own) = (zero.Weighted, zero, zero);
        for (var l = 0; l < events; l++)
        {
            var share = data.Share(l, events);
            var risk = atRisk.Weight - (share * tied.Weight);
            var at = (Vector<double>.Build.DenseOfArray(atRisk.First) - (share * Vector<double>.Build.DenseOfArray(tied.First))) / risk;
            var step = new CoxStep(weights / events / risk, at * (weights / events / risk));
            mean += at / events;
            others += step;
            own += new CoxStep(step.Hazard * (1 - share), step.Weighted * (1 - share));
        }

        return new CoxSteps(start, end, mean, others, own);
    }
}
