using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Compute.Federation.Tests.Strategies;

public sealed class AdaptiveServerTests
{
    private static JsonObject Options => new() { ["learningRate"] = 0.1, ["beta1"] = 0.9, ["beta2"] = 0.99, ["tau"] = 0.001 };

    // Δ = 0.5 in both rounds (the nodes return w + 0.5), v0 = 1e-6.
    [Theory]
    [InlineData("fedadam", 0.99e-6 + 0.0025, (0.99 * (0.99e-6 + 0.0025)) + 0.0025)]
    [InlineData("fedyogi", 1e-6 + 0.0025, 1e-6 + 0.005)]
    [InlineData("fedadagrad", 1e-6 + 0.25, 1e-6 + 0.5)]
    public void GivenTwoRounds_WhenAggregated_ThenTheStepsOfTheAlgorithm(string name, double v1, double v2)
    {
        var strategy = StrategyCatalog.Find(name, Options);
        var begin = States.Begin(strategy, 0, 2);
        var first = strategy.Aggregate(begin, [Moved("a", 30, begin, 0.25f), Moved("b", 10, begin, 1.25f)]);
        var second = strategy.Aggregate(first, [Moved("a", 30, first, 0.5f), Moved("b", 10, first, 0.5f)]);
        var (step1, step2) = (0.1 * 0.05 / (Math.Sqrt(v1) + 0.001), 0.1 * 0.095 / (Math.Sqrt(v2) + 0.001));
        Assert.Equal(step1, States.Numbers(first)[0], 5);
        Assert.Equal(2 + step1, States.Numbers(first)[2], 5);
        Assert.Equal(step1 + step2, States.Numbers(second)[0], 5);
    }

    [Fact]
    public void GivenAnOptionOutOfRange_WhenFound_ThenRefused() =>
        Assert.Throws<ArgumentException>(() => StrategyCatalog.Find("fedadam", new JsonObject { ["beta1"] = 1 }));

    private static ModelUpdate Moved(string node, int numExamples, RoundState from, float by)
    {
        var weights = from.Model["weight"].data<float>().ToArray();
        return States.Update(node, numExamples, [.. weights.Select(weight => weight + by)]);
    }
}
