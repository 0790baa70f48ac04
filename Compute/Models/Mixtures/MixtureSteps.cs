namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>
/// Variational EM one step at a time, for a model that makes a step a round: the M-step from statistics that may be
/// those of one node or the average over all, the E-step on the rows that are here. Statistics are about 0.
/// </summary>
/// <param name="options">K and the priors.</param>
/// <param name="dimension">d</param>
internal sealed class MixtureSteps(BayesianGaussianMixtureOptions options, int dimension)
{
    /// <summary>Fewer patients have no covariance to begin a mixture with.</summary>
    public const double FewestPatients = 2.5;

    /// <summary>The M-step.</summary>
    /// <param name="statistics">About 0, summed over all patients, three or more.</param>
    public MixturePosterior Maximise(MixtureStatistics statistics)
    {
        var all = Pooled(statistics);
        double[] mean = [.. all.Sums.Select(sum => sum / all.Counts[0])];
        return MixturePosterior.From(MixturePrior.From(mean, About(mean, all), options), About(mean, statistics));
    }

    /// <summary>The E-step.</summary>
    public static MixtureStatistics Expect(MixtureRows rows, MixturePosterior posterior) =>
        About([.. posterior.Origin.Select(origin => -origin)], rows.Expect(posterior));

    /// <summary>Each row wholly to its nearest centre: where nodes that were given the same centres begin.</summary>
    /// <param name="rows">This node's.</param>
    /// <param name="centres">[K × d]</param>
    public MixtureStatistics Start(MixtureRows rows, double[] centres) => rows.Assign(centres, new double[dimension]);

    /// <summary>Steps on these rows alone; none where there are too few patients.</summary>
    public MixtureStatistics Iterate(MixtureRows rows, MixtureStatistics from, int steps)
    {
        for (var step = 0; step < steps && from.Counts.Sum() > FewestPatients; step++)
        {
            from = Expect(rows, Maximise(from));
        }

        return from;
    }

    /// <summary>The mixture that the statistics amount to.</summary>
    public BayesianGaussianMixture Mixture(MixtureStatistics statistics) => new(Maximise(statistics), double.NaN, 0, converged: false);

    /// <summary>The statistics about another point: Σ r (x-c) = Σ r x - N c, and so on.</summary>
    private static MixtureStatistics About(double[] point, MixtureStatistics s)
    {
        var d = point.Length;
        return s with
        {
            Sums = [.. s.Sums.Select((sum, at) => sum - (s.Counts[at / d] * point[at % d]))],
            Products = [.. s.Products.Select((product, at) => Moved(s, point, product, at / (d * d), at / d % d, at % d))],
        };
    }

    private static double Moved(MixtureStatistics s, double[] point, double product, int k, int i, int j)
    {
        var d = point.Length;
        return product - (s.Sums[(k * d) + i] * point[j]) - (point[i] * s.Sums[(k * d) + j]) + (s.Counts[k] * point[i] * point[j]);
    }

    private MixtureStatistics Pooled(MixtureStatistics s) => s with
    {
        Counts = [s.Counts.Sum()],
        Sums = [.. Enumerable.Range(0, dimension).Select(i => Strided(s.Sums, i, dimension))],
        Products = [.. Enumerable.Range(0, dimension * dimension).Select(at => Strided(s.Products, at, dimension * dimension))],
    };

    private static double Strided(IReadOnlyList<double> values, int start, int step)
    {
        var sum = 0.0;
        for (var at = start; at < values.Count; at += step)
        {
            sum += values[at];
        }

        return sum;
    }
}
