using GenoMed.Fhir.Compute.Models.Mixtures;

namespace GenoMed.Fhir.Compute.Models.Tests.Mixtures;

public sealed class BayesianGaussianMixtureTests
{
    public static TheoryData<string> Sets => [.. GoldenFile.Read("mixtures.txt").Keys];

    [Theory]
    [MemberData(nameof(Sets))]
    public void GivenTheSameResponsibilities_WhenFitted_ThenAgreesWithScikitLearn(string set)
    {
        var golden = GoldenFile.Read("mixtures.txt")[set];
        var (n, d, k) = ((int)golden["shape"][0], (int)golden["shape"][1], (int)golden["shape"][2]);
        var options = new BayesianGaussianMixtureOptions
        {
            Components = k,
            MaximumIterations = (int)golden["shape"][3],
            Tolerance = golden["shape"][4],
            WeightConcentrationPrior = golden["shape"][5],
            RegCovariance = golden["shape"][6],
        };
        var rows = new MixtureRows(golden["data"], n, d);
        var fit = new MixtureFit([rows], d, options);
        var mixture = fit.From(rows.Share(golden["start"], k, fit.Prior.Mean));

        Near.Equal(golden["weights"], mixture.Weights, 1e-7);
        Near.Equal(golden["means"], mixture.Means, 1e-7);
        Near.Equal(golden["covariances"], mixture.Covariances, 1e-7);
        Near.Equal(golden["responsibilities"], mixture.Responsibilities(golden["data"], n), 1e-7);
        Near.Equal(golden["bound"], [mixture.LowerBound], 1e-8);
        Assert.Equal(golden["iterations"][0], mixture.Iterations);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void GivenRowsOverThreeNodes_WhenFitted_ThenEqualsTheCentralisedFit(int d)
    {
        var data = Clusters(300, d, seed: 5);
        var options = new BayesianGaussianMixtureOptions { Components = 6, MaximumIterations = 50, Tolerance = 0, Initialisations = 2 };
        var central = BayesianGaussianMixture.FitFederated([new MixtureRows(data, 300, d)], d, options, seed: 3);
        var federated = BayesianGaussianMixture.FitFederated(
            [Part(data, d, 0, 180), Part(data, d, 180, 90), Part(data, d, 270, 30)], d, options, seed: 3);

        Near.Equal(central.Weights, federated.Weights, 1e-6);
        Near.Equal(central.Means, federated.Means, 1e-6);
        Near.Equal(central.Covariances, federated.Covariances, 1e-6);
        Near.Equal([central.LowerBound], [federated.LowerBound], 1e-6);
    }

    [Fact]
    public void GivenThreeClusters_WhenFittedAndSampled_ThenTheClustersComeBack()
    {
        var data = Clusters(600, 2, seed: 11);
        var mixture = BayesianGaussianMixture.Fit(data, 600, 2, new() { Components = 8, MaximumIterations = 1000, Initialisations = 2 }, seed: 1);

        Assert.True(mixture.Converged);
        var found = Enumerable.Range(0, 8).Where(k => mixture.Weights[k] > 0.05).ToArray();
        Assert.Equal(3, found.Length);
        // Within three standard errors (1/√200) and the pull of the prior mean (10/201).
        Near.Equal([0, 0, 0], found.Select(k => mixture.Means[2 * k]).Order().Zip([0.0, 10, 20], (mean, centre) => mean - centre), 0.26);
        var sample = mixture.Sample(20_000, seed: 2);
        Assert.All(sample, value => Assert.True(double.IsFinite(value)));
        Assert.InRange(sample.Where((value, at) => at % 2 == 0 && value < 5).Count() / 20_000.0, 0.32, 0.35);

        // The priors widen a cluster of 200: its variance 1 gets W0⁻¹/ν = 67/202 and the prior mean's (0 - 10)²/202.
        Assert.InRange(Spread([.. sample.Where((value, at) => at % 2 == 0 && value < 5)]), 1.2, 1.45);
    }

    [Fact]
    public void GivenTheSameSeed_WhenFittedAndSampled_ThenTheSameBytes()
    {
        var data = Clusters(90, 2, seed: 2);
        double[] Run() => BayesianGaussianMixture.Fit(data, 90, 2, new() { Components = 4 }, seed: 9).Sample(10, seed: 4);

        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void GivenAConstantColumn_WhenFitted_ThenItStaysConstant()
    {
        double[] data = [.. Clusters(60, 1, seed: 2).SelectMany(value => new[] { value, 4 })];
        var sample = BayesianGaussianMixture.Fit(data, 60, 2, new() { Components = 3 }, seed: 1).Sample(50, seed: 1);

        Assert.All(sample.Where((_, at) => at % 2 == 1), value => Assert.Equal(4, value, 0.01));
    }

    [Fact]
    public void GivenANaN_WhenFitted_ThenRowAndColumnAreNamed()
    {
        var problem = Assert.Throws<ArgumentException>(() => BayesianGaussianMixture.Fit([1, 2, double.NaN, 4], 2, 2, new() { Components = 1 }, 1));
        Assert.Contains("row 1, column 0", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenFewerRowsThanComponents_WhenFitted_ThenBothAreNamed()
    {
        var problem = Assert.Throws<ArgumentException>(() => BayesianGaussianMixture.Fit([1, 2], 2, 1, new() { Components = 3 }, 1));
        Assert.Contains("2 rows for 3", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAnotherShape_WhenFitted_ThenBothShapesAreNamed()
    {
        var problem = Assert.Throws<ArgumentException>(() => BayesianGaussianMixture.Fit([1, 2, 3], 2, 2, new(), 1));
        Assert.Contains("[2 × 2], got [3]", problem.Message, StringComparison.Ordinal);
    }

    private static MixtureRows Part(double[] data, int d, int start, int count) => new(data.AsSpan(start * d, count * d), count, d);

    /// <summary>Three clusters at 0, 10 and 20 in every column, standard deviation 1.</summary>
    private static double[] Clusters(int n, int d, long seed)
    {
        var random = new RandomStream(seed);
        return [.. Enumerable.Range(0, n * d).Select(at => (10 * (at / d % 3)) + random.NextNormal())];
    }

    private static double Spread(double[] values) => Math.Sqrt(values.Average(value => Math.Pow(value - values.Average(), 2)));
}
