using MathNet.Numerics.LinearAlgebra;

namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>The log partial likelihood at one point, with its gradient and observed information.</summary>
internal sealed class PartialLikelihood(int covariates)
{
    private readonly double[] _gradient = new double[covariates];
    private readonly double[] _information = new double[covariates * covariates];
    private readonly double[] _mean = new double[covariates];

    public double Value { get; private set; }

    public Vector<double> Gradient => Vector<double>.Build.DenseOfArray(_gradient);

    public Matrix<double> Information => Matrix<double>.Build.Dense(covariates, covariates, (i, j) => _information[(Math.Max(i, j) * covariates) + Math.Min(i, j)]);

    /// <summary>Adds what the covariates and log hazards of the events at one time give on the left of the log.</summary>
    public void AddEvent(ReadOnlySpan<double> row, double logHazard, double weight = 1)
    {
        Value += weight * logHazard;
        for (var i = 0; i < row.Length; i++)
        {
            _gradient[i] += weight * row[i];
        }
    }

    /// <summary>
    /// Subtracts log of the weight of those at risk less a share of the tied events, whose derivatives are that set's
    /// weighted mean and covariance; for an event of a weight, so many times.
    /// </summary>
    public void SubtractRiskSet(RiskSet atRisk, RiskSet tied, double share, double times = 1)
    {
        var weight = atRisk.Weight - (share * tied.Weight);
        Value -= times * Math.Log(weight);
        for (var i = 0; i < covariates; i++)
        {
            _mean[i] = (atRisk.First[i] - (share * tied.First[i])) / weight;
            _gradient[i] -= times * _mean[i];
            for (var j = 0; j <= i; j++)
            {
                var cell = (i * covariates) + j;
                _information[cell] += times * (((atRisk.Second[cell] - (share * tied.Second[cell])) / weight) - (_mean[i] * _mean[j]));
            }
        }
    }
}
