using GenoMed.Fhir.Compute.Models.Mixtures;

namespace GenoMed.Fhir.Compute.Models.VaeBgm;

/// <summary>
/// Variational EM of the latent mixture, one step at a time: the M-step from statistics that may be those of one
/// node or the average over all, the E-step on the rows that are here.
/// </summary>
internal sealed class LatentMixture(VaeBgmOptions options, int latent)
{
    private readonly double[] _zero = new double[latent];

    private readonly BayesianGaussianMixtureOptions _priors = new() { Components = options.Components, RegCovariance = 1e-5 };

    /// <summary>The M-step.</summary>
    /// <param name="statistics">About 0, summed over all patients.</param>
    public MixturePosterior Maximise(MixtureStatistics statistics)
    {
        var all = Pooled(statistics);
        double[] mean = [.. all.Sums.Select(sum => sum / all.Counts[0])];
        return MixturePosterior.From(MixturePrior.From(mean, About(mean, all), _priors), About(mean, statistics));
    }

    /// <summary>The E-step, its statistics about 0.</summary>
    public static MixtureStatistics Expect(MixtureRows rows, MixturePosterior posterior) =>
        About([.. posterior.Origin.Select(origin => -origin)], rows.Expect(posterior));

    /// <summary>Rows wholly to the nearest of centres that follow from the seed alone, N(0, I) as the prior of z: all nodes begin with the same.</summary>
    public MixtureStatistics Start(MixtureRows rows, long seed)
    {
        var random = new RandomStream(seed);
        return rows.Assign([.. Enumerable.Range(0, options.Components * latent).Select(_ => random.NextNormal())], _zero);
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
        Sums = [.. Enumerable.Range(0, latent).Select(i => Strided(s.Sums, i, latent))],
        Products = [.. Enumerable.Range(0, latent * latent).Select(at => Strided(s.Products, at, latent * latent))],
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
