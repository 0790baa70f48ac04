using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Compute.Federation.Tests.Strategies;

public sealed class RobustTests
{
    private static readonly ModelUpdate[] Odd = [States.Update("a", 1, 1, 5), States.Update("b", 900, 2, -1), States.Update("c", 1, 100, 0)];

    [Fact]
    public void GivenAnOddNumber_WhenMedian_ThenTheMiddleOfEachCoordinateWhateverTheNodesSizes() =>
        Assert.Equal([2, 2, 0], States.Numbers(Aggregate("median", Odd)));

    [Fact]
    public void GivenAnEvenNumber_WhenMedian_ThenTheMeanOfTheMiddleTwo() =>
        Assert.Equal([2.5f, 2.5f], States.Numbers(StrategyCatalog.Find("median").Aggregate(States.Round(0), [.. new float[] { 4, 1, 100, 1 }.Select((w, i) => States.Update($"n{i}", 1, w))])));

    [Fact]
    public void GivenThreeNodes_WhenTrimmedMean_ThenOneIsCutOffAtEachEnd() =>
        Assert.Equal([2, 2, 0], States.Numbers(Aggregate("trimmedmean", Odd)));

    [Fact]
    public void GivenFiveNodesAndAFifthToTrim_WhenTrimmedMean_ThenTheMiddleThreeAreAveraged()
    {
        var updates = new float[] { -1000, 1, 2, 6, 50 }.Select((w, i) => States.Update($"n{i}", 1, w));
        Assert.Equal([3, 3], States.Numbers(StrategyCatalog.Find("trimmedmean", new JsonObject { ["trim"] = 0.2 }).Aggregate(States.Round(0), [.. updates])));
    }

    [Fact]
    public void GivenOneLiarAmongFive_WhenKrum_ThenTheUpdateThatHasTheNearestNeighbours()
    {
        ModelUpdate[] updates = [States.Update("a", 1, 1, 1), States.Update("b", 1, 1.1f, 1), States.Update("c", 1, 0.8f, 1), States.Update("d", 1, 1.4f, 1), States.Update("liar", 99, 60, -60)];
        Assert.Equal([1, 1, 1], States.Numbers(Aggregate("krum", updates)));
        Assert.Equal([1.075f, 1.075f, 1], States.Numbers(Aggregate("multikrum", updates)));
    }

    [Theory]
    [InlineData("median")]
    [InlineData("trimmedmean")]
    [InlineData("krum")]
    [InlineData("multikrum")]
    public void GivenOneNode_WhenAggregate_ThenItsOwn(string name) =>
        Assert.Equal([3, 3, 4], States.Numbers(Aggregate(name, [States.Update("a", 1, 3, 4)])));

    private static RoundState Aggregate(string name, ModelUpdate[] updates) => StrategyCatalog.Find(name).Aggregate(States.Round(0, 0), updates);
}
