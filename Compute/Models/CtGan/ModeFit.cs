using GenoMed.Fhir.Compute.Models.Mixtures;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>
/// Mode-specific normalisation: a one-dimensional Dirichlet-process mixture of each number's z-scores, from sums that
/// add up over nodes.
/// </summary>
internal sealed class ModeFit(CtGanOptions options)
{
    /// <summary>Where the z-scores of a number are looked for at first.</summary>
    private const double Range = 2.5;

    private readonly MixtureSteps _steps = new(new BayesianGaussianMixtureOptions { Components = options.Modes, WeightConcentrationPrior = 0.001 }, 1);

    /// <summary>From centres that are the same at all nodes, on these values alone.</summary>
    /// <param name="values">z-scores, [n].</param>
    public MixtureStatistics First(double[] values)
    {
        var rows = new MixtureRows(values, values.Length, 1);
        double[] centres = [.. Enumerable.Range(0, options.Modes).Select(k => Range * ((2 * (k + 0.5) / options.Modes) - 1))];
        return _steps.Iterate(rows, _steps.Start(rows, centres), options.EncoderIterations);
    }

    /// <summary>One E-step under the mixture of all nodes.</summary>
    public MixtureStatistics Next(double[] values, MixtureStatistics all) => all.Counts.Sum() > MixtureSteps.FewestPatients
        ? MixtureSteps.Expect(new MixtureRows(values, values.Length, 1), _steps.Maximise(all))
        : First(values);

    /// <summary>The modes that the statistics amount to; one standard normal mode where they rest on fewer than three patients.</summary>
    public NumberModes Modes(MixtureStatistics all)
    {
        if (all.Counts.Sum() <= MixtureSteps.FewestPatients)
        {
            return new NumberModes([1, .. new double[options.Modes - 1]], new double[options.Modes], [.. Enumerable.Repeat(1.0, options.Modes)]);
        }

        var mixture = _steps.Mixture(all);
        var largest = mixture.Weights.Max();
        return new NumberModes(
            [.. mixture.Weights.Select(weight => weight > options.ModeThreshold || weight == largest ? weight : 0)],
            [.. mixture.Means],
            [.. mixture.Covariances.Select(Math.Sqrt)]);
    }
}
