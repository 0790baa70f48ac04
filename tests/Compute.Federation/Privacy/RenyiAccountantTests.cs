using System.Globalization;
using GenoMed.Fhir.Compute.Federation.Privacy;

namespace GenoMed.Fhir.Compute.Federation.Tests.Privacy;

public sealed class RenyiAccountantTests
{
    [Fact]
    public void GivenTheIntegralOfTheDefinition_WhenDivergence_ThenTheBinomialSumAgrees()
    {
        foreach (var row in Golden("divergence"))
        {
            Assert.Equal(1, RenyiAccountant.Divergence((int)row[0], row[1], row[2]) / row[3], 1e-6);
        }
    }

    [Fact]
    public void GivenTheIntegralOfTheDefinition_WhenEpsilon_ThenAgrees()
    {
        foreach (var row in Golden("epsilon"))
        {
            Assert.Equal(row[4], RenyiAccountant.Epsilon(row[0], row[1], (long)row[2], row[3]), 1e-6);
        }
    }

    // ε of the older conversion RDP(α) + log(1/δ)/(α - 1): Abadi et al., CCS 2016, section 3.2, and the MNIST tutorial of TensorFlow Privacy.
    [Theory]
    [InlineData(4, 0.01, 10_000, 1e-5, 1.26)]
    [InlineData(1.1, 256 / 60_000.0, 14_062, 1e-5, 3.01)]
    public void GivenAPublishedSetting_WhenConvertedAsThere_ThenThePublishedEpsilon(double sigma, double sampling, int steps, double delta, double published)
    {
        var epsilon = Enumerable.Range(2, 127).Min(order => (steps * RenyiAccountant.Divergence(order, sigma, sampling)) + (Math.Log(1 / delta) / (order - 1)));
        Assert.Equal(published, epsilon, 0.02);
        Assert.True(RenyiAccountant.Epsilon(sigma, sampling, steps, delta) < epsilon);
    }

    [Fact]
    public void GivenABudget_WhenSigma_ThenItSpendsJustThat()
    {
        var sigma = RenyiAccountant.Sigma(2, 0.02, 1000, 1e-5);
        Assert.InRange(RenyiAccountant.Epsilon(sigma, 0.02, 1000, 1e-5), 1.99, 2);
    }

    [Theory]
    [InlineData(0, 0.1, 1, 1e-5)]
    [InlineData(1, 0, 1, 1e-5)]
    [InlineData(1, 1.1, 1, 1e-5)]
    [InlineData(1, 0.1, 0, 1e-5)]
    [InlineData(1, 0.1, 1, 1)]
    [InlineData(double.NaN, 0.1, 1, 1e-5)]
    public void GivenAValueOutOfRange_WhenEpsilon_ThenInvalid(double sigma, double sampling, long steps, double delta) =>
        Assert.Throws<ArgumentException>(() => RenyiAccountant.Epsilon(sigma, sampling, steps, delta));

    private static IEnumerable<double[]> Golden(string block) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Privacy", "accountant.txt"))
        .SkipWhile(line => line != $"[{block}]").Skip(1).TakeWhile(line => line.Length > 0)
        .Select(line => line.Split(' ')[1..].Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray());
}
