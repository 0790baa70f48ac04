using System.ComponentModel.DataAnnotations;

namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>Options of <see cref="BayesianGaussianMixture"/>; the defaults are scikit-learn's for a Dirichlet process.</summary>
public sealed record BayesianGaussianMixtureOptions
{
    /// <summary>K, where the Dirichlet process is cut off; components that the data do not need end with a weight near 0.</summary>
    [Range(1, 1000)]
    public int Components { get; init; } = 10;

    /// <summary>Variational steps of one start at most.</summary>
    [Range(1, 1_000_000)]
    public int MaximumIterations { get; init; } = 100;

    /// <summary>A start has converged when a step changes the lower bound (nats) by less.</summary>
    [Range(0.0, double.MaxValue)]
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>Starts; the one with the highest lower bound is kept.</summary>
    [Range(1, 1000)]
    public int Initialisations { get; init; } = 1;

    /// <summary>Added to the diagonal of each component's sample covariance.</summary>
    [Range(0.0, double.MaxValue)]
    public double RegCovariance { get; init; } = 1e-6;

    /// <summary>γ0, the concentration of the Dirichlet process; null is 1/K.</summary>
    public double? WeightConcentrationPrior { get; init; }

    /// <summary>β0, how many rows the prior mean is worth.</summary>
    public double MeanPrecisionPrior { get; init; } = 1;

    /// <summary>ν0, above d - 1; null is d.</summary>
    public double? DegreesOfFreedomPrior { get; init; }

    internal void Validate()
    {
        try
        {
            Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        }
        catch (ValidationException problem)
        {
            throw new ArgumentException($"{nameof(BayesianGaussianMixtureOptions)}: {problem.Message}", problem);
        }
    }
}
