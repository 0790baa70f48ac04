using MathNet.Numerics.LinearAlgebra;

namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>The log partial likelihood at one point, with its gradient and observed information.</summary>
internal sealed class PartialLikelihood(int covariates)
{
    public double Value { get; private set; }

    public Vector<double> Gradient { get; } = Vector<double>.Build.Dense(covariates);

    public Matrix<double> Information { get; } = Matrix<double>.Build.Dense(covariates, covariates);

    /// <summary>Adds what the covariates and log hazards of the events at one time give on the left of the log.</summary>
    public void AddEvent(Vector<double> covariate, double logHazard)
    {
        Value += logHazard;
        covariate.Add(Gradient, Gradient);
    }

    /// <summary>Subtracts log of a risk set's weight, whose derivatives are its weighted mean and covariance.</summary>
    public void SubtractRiskSet(RiskSet set)
    {
        var mean = set.First / set.Weight;
        Value -= Math.Log(set.Weight);
        Gradient.Subtract(mean, Gradient);
        Information.Add((set.Second / set.Weight) - mean.OuterProduct(mean), Information);
    }
}
