namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>
/// The variational posterior of a Dirichlet-process mixture of Gaussians with full covariances (Blei and Jordan,
/// Bayesian Analysis 2006, on the stick-breaking weights; Bishop, PRML 2006, §10.2, on means and precisions), in the
/// parametrisation of scikit-learn's BayesianGaussianMixture.
/// </summary>
public sealed class MixturePosterior
{
    /// <summary>As in scikit-learn, ten machine epsilons: an empty component is not divided by 0.</summary>
    private const double Crumb = 10 * 2.220446049250313e-16;

    private readonly double[] _origin;

    internal MixturePosterior(double[] origin, StickWeights sticks, WishartComponent[] components)
    {
        _origin = origin;
        Sticks = sticks;
        Components = components;
    }

    /// <summary>d</summary>
    public int Dimension => _origin.Length;

    /// <summary>K</summary>
    public int Count => Components.Count;

    /// <summary>What was taken from each row before it was added up, [d].</summary>
    public IReadOnlyList<double> Origin => _origin;

    internal StickWeights Sticks { get; }

    internal IReadOnlyList<WishartComponent> Components { get; }

    /// <summary>The M-step.</summary>
    internal static MixturePosterior From(MixturePrior prior, MixtureStatistics statistics)
    {
        double[] counts = [.. statistics.Counts.Select(count => count + Crumb)];
        return new MixturePosterior(
            prior.Mean,
            StickWeights.From(counts, prior.Concentration),
            [.. counts.Select((count, k) => WishartComponent.From(prior, count, statistics, k))]);
    }

    /// <summary>E ln π_k + E ln N(x | k) of one row for each component, into <paramref name="target"/> [K].</summary>
    /// <param name="centred">x - origin, [d].</param>
    /// <param name="target">[K]</param>
    internal void LogDensities(ReadOnlySpan<double> centred, Span<double> target)
    {
        for (var k = 0; k < target.Length; k++)
        {
            target[k] = Sticks.ExpectedLog[k] + Components[k].ExpectedLogDensity(centred);
        }
    }

    /// <summary>The lower bound, but for a constant of the data.</summary>
    internal double LowerBound(double entropy) => entropy
        + Sticks.LogNormaliser
        - Components.Sum(component => component.LogWishartNormaliser + (0.5 * Dimension * Math.Log(component.MeanPrecision)));
}
