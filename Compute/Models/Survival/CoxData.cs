using MathNet.Numerics.LinearAlgebra;

namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>The rows of a Cox regression by descending time, and their partial likelihood.</summary>
internal sealed class CoxData
{
    private readonly (Vector<double> Covariates, double Event)[][] _times;
    private readonly CoxTies _ties;

    public CoxData(double[] durations, double[] events, double[,] covariates, CoxTies ties)
    {
        var matrix = Matrix<double>.Build.DenseOfArray(covariates);
        var means = matrix.ColumnSums() / matrix.RowCount;
        _ties = ties;
        Covariates = matrix.ColumnCount;
        _times = [.. Enumerable.Range(0, durations.Length)
            .GroupBy(i => durations[i])
            .OrderByDescending(group => group.Key)
            .Select(group => group.Select(i => (matrix.Row(i) - means, events[i])).ToArray())];
    }

    public int Covariates { get; }

    public PartialLikelihood At(Vector<double> beta)
    {
        var (likelihood, atRisk) = (new PartialLikelihood(Covariates), RiskSet.Empty(Covariates));
        foreach (var time in _times)
        {
            atRisk = AddTime(time, beta, atRisk, likelihood);
        }

        return likelihood;
    }

    private RiskSet AddTime((Vector<double> Covariates, double Event)[] time, Vector<double> beta, RiskSet atRisk, PartialLikelihood likelihood)
    {
        var (tied, count) = (RiskSet.Empty(Covariates), 0);
        foreach (var (covariate, seen) in time)
        {
            var logHazard = beta * covariate;
            atRisk = atRisk.With(covariate, Math.Exp(logHazard));
            if (seen == 1)
            {
                tied = tied.With(covariate, Math.Exp(logHazard));
                likelihood.AddEvent(covariate, logHazard);
                count++;
            }
        }

        for (var l = 0; l < count; l++)
        {
            likelihood.SubtractRiskSet(atRisk.Without(tied, _ties == CoxTies.Efron ? l / (double)count : 0));
        }

        return atRisk;
    }
}
