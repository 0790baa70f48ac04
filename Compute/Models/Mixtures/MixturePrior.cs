using MathNet.Numerics.LinearAlgebra;

namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>The prior of a Dirichlet-process mixture of Gaussians, fixed once from the moments of all rows.</summary>
/// <param name="Mean">m0, [d]: the mean of all rows; also the origin of the statistics.</param>
/// <param name="Covariance">W0⁻¹, [d, d]: the covariance of all rows.</param>
/// <param name="Concentration">γ0.</param>
/// <param name="MeanPrecision">β0.</param>
/// <param name="DegreesOfFreedom">ν0.</param>
/// <param name="RegCovariance">Added to the diagonal of each sample covariance.</param>
internal sealed record MixturePrior(
    double[] Mean, Matrix<double> Covariance, double Concentration, double MeanPrecision, double DegreesOfFreedom, double RegCovariance)
{
    /// <param name="mean">[d]</param>
    /// <param name="about">Sums of one cluster about that mean.</param>
    /// <param name="options">What is not left to the data.</param>
    /// <exception cref="ArgumentException">A prior is out of range, or there are fewer than 2 rows.</exception>
    public static MixturePrior From(double[] mean, MixtureStatistics about, BayesianGaussianMixtureOptions options)
    {
        var (d, n) = (mean.Length, about.Counts[0]);
        if (n < 2)
        {
            throw new ArgumentException($"A mixture needs 2 rows or more, got {n}.");
        }

        var covariance = Matrix<double>.Build.Dense(d, d, (i, j) =>
            (about.Products[(i * d) + j] - (about.Sums[i] * about.Sums[j] / n)) / (n - 1));
        return new MixturePrior(
            mean,
            PositiveDefinite(covariance, options.RegCovariance),
            Above(0, options.WeightConcentrationPrior ?? 1.0 / options.Components, nameof(options.WeightConcentrationPrior)),
            Above(0, options.MeanPrecisionPrior, nameof(options.MeanPrecisionPrior)),
            Above(d - 1, options.DegreesOfFreedomPrior ?? d, nameof(options.DegreesOfFreedomPrior)),
            options.RegCovariance);
    }

    /// <summary>A constant or a collinear column would leave an empty component without a density: it gets the ridge of the others.</summary>
    private static Matrix<double> PositiveDefinite(Matrix<double> covariance, double ridge)
    {
        try
        {
            _ = covariance.Cholesky();
            return covariance;
        }
        catch (ArgumentException)
        {
            return covariance + (Matrix<double>.Build.DenseIdentity(covariance.RowCount) * ridge);
        }
    }

    private static double Above(double bound, double value, string name) => value > bound && double.IsFinite(value)
        ? value
        : throw new ArgumentException($"{name}: expected a finite number above {bound}, got {value}.");
}
