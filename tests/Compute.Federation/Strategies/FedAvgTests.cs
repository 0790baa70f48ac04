using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Compute.Federation.Tests.Strategies;

public sealed class FedAvgTests
{
    private static readonly IStrategy FedAvg = StrategyCatalog.Find("fedavg");

    [Fact]
    public void GivenTwoNodes_WhenAggregate_ThenTheMeanWeightedByPatients()
    {
        var result = FedAvg.Aggregate(States.Round(0, 0), [States.Update("a", 30, 1, 2), States.Update("b", 10, 5, -2)]);
        Assert.Equal([2, 2, 1], States.Numbers(result));
    }

    [Fact]
    public void GivenAnyOrderOfAnswers_WhenAggregate_ThenTheSameBytes()
    {
        var random = new Random(1);
        var updates = Enumerable.Range(0, 20).Select(i => States.Update($"node{i}", random.Next(1, 1000), random.NextSingle(), random.NextSingle() * 1e-6f, random.NextSingle() * 1e6f)).ToArray();
        var expected = States.Numbers(FedAvg.Aggregate(States.Round(0, 0, 0), updates));
        for (var trial = 0; trial < 10; trial++)
        {
            random.Shuffle(updates);
            Assert.Equal(expected, States.Numbers(FedAvg.Aggregate(States.Round(0, 0, 0), updates)));
        }
    }

    [Fact]
    public void GivenOneNode_WhenAggregate_ThenItsOwnState() =>
        Assert.Equal([0.1f, 0.1f, 0.3f], States.Numbers(FedAvg.Aggregate(States.Round(0, 0), [States.Update("a", 7, 0.1f, 0.3f)])));

    [Fact]
    public void GivenNodesThatAgree_WhenAggregate_ThenNothingMoves() => Assert.Equal(
        States.Numbers(States.Of(0.1f, 0.7f)),
        States.Numbers(FedAvg.Aggregate(States.Round(0, 0), [States.Update("a", 3, 0.1f, 0.7f), States.Update("b", 9, 0.1f, 0.7f), States.Update("c", 1, 0.1f, 0.7f)])));

    [Fact]
    public void GivenNoUpdate_WhenAggregate_ThenInvalid() => Assert.Throws<ArgumentException>(() => FedAvg.Aggregate(States.Round(0), []));

    [Fact]
    public void GivenAnOptionItDoesNotHave_WhenFound_ThenRefused()
    {
        var problem = Assert.Throws<ArgumentException>(() => StrategyCatalog.Find("fedavg", new JsonObject { ["mu"] = 1 }));
        Assert.Contains("mu", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAnUnknownName_WhenFound_ThenTheMessageListsThem() =>
        Assert.Contains("fedavg, fedprox", Assert.Throws<ArgumentException>(() => StrategyCatalog.Find("best")).Message, StringComparison.Ordinal);
}
