namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>
/// A Gaussian mixture with Dirichlet-process weights and full covariances, fitted by variational inference (Blei and
/// Jordan, Bayesian Analysis 2006); the mathematics of scikit-learn's BayesianGaussianMixture. Its federated form is
/// exact: nodes send N_k, Σ r x and Σ r x xᵀ, never a row.
/// </summary>
public sealed class BayesianGaussianMixture
{
    internal BayesianGaussianMixture(MixturePosterior posterior, double lowerBound, int iterations, bool converged)
    {
        (Posterior, LowerBound, Iterations, Converged) = (posterior, lowerBound, iterations, converged);
        Weights = posterior.Sticks.Means;
        Means = [.. posterior.Components.SelectMany(component => component.Mean.Zip(posterior.Origin, (mean, origin) => mean + origin))];
        Covariances = [.. posterior.Components.SelectMany(component => component.Covariance.ToRowMajorArray())];
    }

    /// <summary>d</summary>
    public int Dimension => Posterior.Dimension;

    /// <summary>K</summary>
    public int Components => Posterior.Count;

    /// <summary>[K], summing to 1.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>[K × d] row-major.</summary>
    public IReadOnlyList<double> Means { get; }

    /// <summary>[K × d × d] row-major.</summary>
    public IReadOnlyList<double> Covariances { get; }

    /// <summary>The variational lower bound, but for a constant of the data; nats.</summary>
    public double LowerBound { get; }

    /// <summary>Variational steps of the start that was kept.</summary>
    public int Iterations { get; }

    /// <summary>Whether the lower bound settled within the allowed steps.</summary>
    public bool Converged { get; }

    internal MixturePosterior Posterior { get; }

    /// <summary>Fits rows that lie in one place, from k-means++ centres.</summary>
    /// <param name="data">[n × d] row-major, finite.</param>
    /// <param name="n">Rows, at least as many as components and 2.</param>
    /// <param name="d">Columns, 1 or more.</param>
    /// <param name="options">K, priors and stopping.</param>
    /// <param name="seed">Fixes the starts.</param>
    /// <exception cref="ArgumentException">A shape or an option does not fit, or a value is not finite.</exception>
    /// <exception cref="ArithmeticException">A covariance is not positive definite.</exception>
    public static BayesianGaussianMixture Fit(ReadOnlySpan<double> data, int n, int d, BayesianGaussianMixtureOptions options, long seed)
    {
        var (rows, random) = (new MixtureRows(data, n, d), new RandomStream(seed));
        return new MixtureFit([rows], d, options).Best(() => StartingCentres.FromRows(rows, options.Components, d, random));
    }

    /// <summary>Fits rows that stay at their nodes, from centres drawn with the pooled mean and covariance.</summary>
    /// <param name="nodes">In the order in which their sums are added.</param>
    /// <param name="d">Columns, 1 or more.</param>
    /// <param name="options">K, priors and stopping.</param>
    /// <param name="seed">Fixes the starts.</param>
    /// <exception cref="ArgumentException">No node, or a shape or an option does not fit.</exception>
    /// <exception cref="ArithmeticException">A covariance is not positive definite.</exception>
    public static BayesianGaussianMixture FitFederated(IReadOnlyList<IMixtureNode> nodes, int d, BayesianGaussianMixtureOptions options, long seed)
    {
        var (fit, random) = (new MixtureFit(nodes, d, options), new RandomStream(seed));
        return fit.Best(() => StartingCentres.FromMoments(fit.Prior, options.Components, random));
    }

    /// <summary>r_nk, how much of each row each component explains; [n × K] row-major, rows summing to 1.</summary>
    /// <param name="data">[n × d] row-major, finite.</param>
    /// <param name="n">Rows.</param>
    /// <exception cref="ArgumentException">The shape differs, or a value is not finite.</exception>
    public double[] Responsibilities(ReadOnlySpan<double> data, int n)
    {
        var (rows, shares, centred) = (new MixtureRows(data, n, Dimension), new double[n * Components], new double[Dimension]);
        for (var row = 0; row < n; row++)
        {
            for (var i = 0; i < centred.Length; i++)
            {
                centred[i] = rows.Row(row)[i] - Posterior.Origin[i];
            }

            var target = shares.AsSpan(row * Components, Components);
            Posterior.LogDensities(centred, target);
            LogShares.Normalise(target);
        }

        return shares;
    }

    /// <summary>New rows: a component by its weight, then a draw from its Gaussian; [n × d] row-major.</summary>
    /// <param name="n">Rows, 0 or more.</param>
    /// <param name="seed">The same seed gives the same rows.</param>
    public double[] Sample(int n, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var (sample, random, weights, means) = (new double[n * Dimension], new RandomStream(seed), Weights.ToArray(), Means.ToArray());
        for (var row = 0; row < n; row++)
        {
            var k = random.NextIndex(weights);
            var mean = means.AsSpan(k * Dimension, Dimension);
            GaussianDraw.Into(sample.AsSpan(row * Dimension, Dimension), mean, Posterior.Components[k].Factor, random);
        }

        return sample;
    }
}
