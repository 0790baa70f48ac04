namespace GenoMed.Fhir.Compute.Federation.Tests;

public sealed class NodeSamplingTests
{
    private static readonly string[] Nodes = ["a", "b", "c", "d", "e"];

    [Theory]
    [InlineData(0.6, 3)]
    [InlineData(0.5, 3)]
    [InlineData(0.01, 1)]
    [InlineData(1, 5)]
    public void GivenAFraction_WhenChoose_ThenThatManyRoundedUp(double fraction, int expected) =>
        Assert.Equal(expected, new NodeSampling { Fraction = fraction }.Choose(Nodes, 7, 1).Count);

    [Fact]
    public void GivenAnyOrder_WhenChoose_ThenTheSameNodes() => Assert.Equal(
        new NodeSampling { Fraction = 0.4 }.Choose(Nodes, 7, 3).Order(), new NodeSampling { Fraction = 0.4 }.Choose([.. Nodes.Reverse()], 7, 3).Order());

    [Fact]
    public void GivenManyRounds_WhenChoose_ThenEachNodeItsShare()
    {
        var chosen = Enumerable.Range(1, 2000).SelectMany(round => new NodeSampling { Fraction = 0.4 }.Choose(Nodes, 7, round)).CountBy(node => node);
        Assert.All(chosen, node => Assert.InRange(node.Value, 740, 860));
        Assert.Equal(5, chosen.Count());
    }
}
