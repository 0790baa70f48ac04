using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>
/// One component's mean and precision: Gauss-Wishart with β_k = β0 + N_k, m_k = (β0 m0 + N_k x̄_k)/β_k, ν_k = ν0 + N_k,
/// W_k⁻¹ = W0⁻¹ + N_k S_k + (β0 N_k/β_k)(x̄_k - m0)(x̄_k - m0)ᵀ (Bishop, PRML 2006, eq. 10.60 to 10.63).
/// </summary>
internal sealed class WishartComponent
{
    private readonly double[] _whitening;
    private readonly double _constant;

    /// <param name="meanPrecision">β.</param>
    /// <param name="degreesOfFreedom">ν.</param>
    /// <param name="mean">m about the origin, [d].</param>
    /// <param name="covariance">W⁻¹/ν, [d, d].</param>
    public WishartComponent(double meanPrecision, double degreesOfFreedom, double[] mean, Matrix<double> covariance)
    {
        (MeanPrecision, DegreesOfFreedom, Mean, Covariance) = (meanPrecision, degreesOfFreedom, mean, covariance);
        Factor = Cholesky(covariance);
        var (d, inverse) = (mean.Length, Factor.Inverse());
        _whitening = [.. inverse.EnumerateIndexed(Zeros.Include).Where(at => at.Item2 <= at.Item1).OrderBy(at => (at.Item1, at.Item2)).Select(at => at.Item3)];
        var logRoot = -Factor.Diagonal().Sum(Math.Log);
        var digammas = Enumerable.Range(0, d).Sum(i => SpecialFunctions.DiGamma((degreesOfFreedom - i) / 2));
        _constant = logRoot - (0.5 * d * Math.Log(2 * Math.PI * degreesOfFreedom)) + (0.5 * (digammas + (d * Math.Log(2)) - (d / meanPrecision)));
        LogWishartNormaliser = -((degreesOfFreedom * (logRoot - (0.5 * d * Math.Log(degreesOfFreedom)) + (0.5 * d * Math.Log(2))))
            + Enumerable.Range(0, d).Sum(i => SpecialFunctions.GammaLn((degreesOfFreedom - i) / 2)));
    }

    public double MeanPrecision { get; }

    public double DegreesOfFreedom { get; }

    /// <summary>About the origin, [d].</summary>
    public double[] Mean { get; }

    public Matrix<double> Covariance { get; }

    /// <summary>L with L Lᵀ = covariance.</summary>
    public Matrix<double> Factor { get; }

    /// <summary>ln B(W, ν) of Bishop's eq. B.79, without the part that depends on d alone.</summary>
    public double LogWishartNormaliser { get; }

    public static WishartComponent From(MixturePrior prior, double count, MixtureStatistics statistics, int k)
    {
        var d = prior.Mean.Length;
        var (sums, products) = (k * d, k * d * d);
        var mean = new double[d];
        for (var i = 0; i < d; i++)
        {
            mean[i] = statistics.Sums[sums + i] / count;
        }

        var (beta, nu) = (prior.MeanPrecision + count, prior.DegreesOfFreedom + count);
        // The origin is m0: x̄ about it is x̄ - m0, and m_k about it is N x̄/β.
        var shrink = prior.MeanPrecision * count / beta;
        var covariance = Matrix<double>.Build.Dense(d, d, (i, j) => (prior.Covariance[i, j]
            + statistics.Products[products + (i * d) + j] - (count * mean[i] * mean[j]) + (i == j ? count * prior.RegCovariance : 0)
            + (shrink * mean[i] * mean[j])) / nu);
        return new WishartComponent(beta, nu, [.. mean.Select(value => count * value / beta)], covariance);
    }

    /// <summary>E ln N(x | m, Λ⁻¹) for x about the origin, [d].</summary>
    public double ExpectedLogDensity(ReadOnlySpan<double> centred)
    {
        var (distance, at) = (0.0, 0);
        for (var i = 0; i < centred.Length; i++)
        {
            var whitened = 0.0;
            for (var j = 0; j <= i; j++)
            {
                whitened += _whitening[at++] * (centred[j] - Mean[j]);
            }

            distance += whitened * whitened;
        }

        return _constant - (0.5 * distance);
    }

    private static Matrix<double> Cholesky(Matrix<double> covariance)
    {
        try
        {
            return covariance.Cholesky().Factor;
        }
        catch (ArgumentException problem)
        {
            throw new ArithmeticException("A component's covariance is not positive definite: raise RegCovariance or scale the columns.", problem);
        }
    }
}
