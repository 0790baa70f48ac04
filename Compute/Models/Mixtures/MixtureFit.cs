namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>
/// Variational EM over nodes: k-means and then E-steps at the nodes, M-steps here on the summed statistics. One node
/// is the centralised fit; several give the same numbers but for the order of the sums.
/// </summary>
internal sealed class MixtureFit
{
    private const int KMeansIterations = 300;

    private readonly IReadOnlyList<IMixtureNode> _nodes;
    private readonly BayesianGaussianMixtureOptions _options;

    public MixtureFit(IReadOnlyList<IMixtureNode> nodes, int dimension, BayesianGaussianMixtureOptions options)
    {
        options.Validate();
        (_nodes, _options) = (nodes, options);
        var origin = new double[dimension];
        var all = Sum(node => node.Assign(origin, origin));
        if (all.Counts[0] < options.Components)
        {
            throw new ArgumentException($"Expected at least as many rows as components, got {all.Counts[0]} rows for {options.Components}.");
        }

        double[] mean = [.. all.Sums.Select(sum => sum / all.Counts[0])];
        Prior = MixturePrior.From(mean, Sum(node => node.Assign(mean, mean)), options);
    }

    public MixturePrior Prior { get; }

    /// <summary>The best of the starts.</summary>
    /// <param name="start">Gives the centres of each start.</param>
    public BayesianGaussianMixture Best(Func<double[]> start)
    {
        BayesianGaussianMixture? best = null;
        for (var i = 0; i < _options.Initialisations; i++)
        {
            var fit = From(KMeans(start()));
            best = best is null || fit.LowerBound > best.LowerBound ? fit : best;
        }

        return best!;
    }

    /// <summary>Variational steps from given first statistics until the lower bound settles.</summary>
    public BayesianGaussianMixture From(MixtureStatistics first)
    {
        var (posterior, bound) = (MixturePosterior.From(Prior, first), double.NegativeInfinity);
        for (var iteration = 1; iteration <= _options.MaximumIterations; iteration++)
        {
            var current = posterior;
            var statistics = Sum(node => node.Expect(current));
            posterior = MixturePosterior.From(Prior, statistics);
            var (before, after) = (bound, posterior.LowerBound(statistics.Entropy));
            bound = double.IsFinite(after) ? after : throw new ArithmeticException($"The lower bound is {after} in iteration {iteration}.");
            if (Math.Abs(after - before) < _options.Tolerance)
            {
                return new BayesianGaussianMixture(posterior, bound, iteration, converged: true);
            }
        }

        return new BayesianGaussianMixture(posterior, bound, _options.MaximumIterations, converged: false);
    }

    /// <summary>Lloyd's k-means on the nodes' sums; an empty cluster keeps its centre.</summary>
    private MixtureStatistics KMeans(double[] centres)
    {
        var statistics = Sum(node => node.Assign(centres, Prior.Mean));
        for (var iteration = 0; iteration < KMeansIterations; iteration++)
        {
            var (current, before) = (Means(statistics, centres), statistics.Counts);
            var settled = current.AsSpan().SequenceEqual(centres);
            if (settled)
            {
                break;
            }

            centres = current;
            statistics = Sum(node => node.Assign(current, Prior.Mean));
        }

        return statistics;
    }

    private double[] Means(MixtureStatistics statistics, double[] centres)
    {
        var d = Prior.Mean.Length;
        return [.. centres.Select((centre, at) => statistics.Counts[at / d] > 0
            ? Prior.Mean[at % d] + (statistics.Sums[at] / statistics.Counts[at / d])
            : centre)];
    }

    private MixtureStatistics Sum(Func<IMixtureNode, MixtureStatistics> of) => MixtureStatistics.Combine([.. _nodes.Select(of)]);
}
