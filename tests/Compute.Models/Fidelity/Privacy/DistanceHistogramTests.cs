using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Privacy;

public sealed class DistanceHistogramTests
{
    private static double[] Values(int count, long seed)
    {
        var random = new RandomStream(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Pow(random.NextDouble(), 2))];
    }

    [Fact]
    public void GivenValuesAtTheEnds_WhenCounted_ThenInTheFirstAndTheLastBin()
    {
        var counts = DistanceHistogram.Of([0, 0.0005, 1, 0.9999]);
        Assert.Equal((2, 2, 4), (counts[0], counts[^1], counts.Sum()));
    }

    [Theory]
    [InlineData(10, 3)]
    [InlineData(10, 10)]
    [InlineData(500, 10)]
    [InlineData(37, 7)]
    public void GivenSmallCells_WhenPutTogether_ThenNoneIsSmallAndNoRowIsLost(int rows, int k)
    {
        var kept = DistanceHistogram.Suppressed(DistanceHistogram.Of(Values(rows, 3)), k);
        Assert.Equal(rows, kept.Sum());
        Assert.All(kept, count => Assert.True(count == 0 || count >= k, $"a cell has {count}"));
    }

    [Fact]
    public void GivenFewerRowsThanACell_WhenPutTogether_ThenNothingIsLeft() =>
        Assert.Equal(0, DistanceHistogram.Suppressed(DistanceHistogram.Of(Values(9, 3)), 10).Sum());

    [Fact]
    public void GivenNodes_WhenTheirHistogramsAreSummed_ThenTheQuantilesAreNearThoseOfAllRows()
    {
        double[][] nodes = [Values(900, 1), Values(400, 2), Values(200, 3)];
        double[] all = [.. nodes.SelectMany(node => node)];
        var exact = DistanceDistribution.Of(all, 0.95, 1);
        var summed = DistanceDistribution.Sum([.. nodes.Select(node => DistanceDistribution.Of(node, 0.95, 10))]);
        Assert.Equal(1500, summed.Count);
        Assert.Equal(exact.Median, summed.Median, 0.01);
        Assert.Equal(exact.FifthPercentile, summed.FifthPercentile, 0.005);
        Assert.Equal(exact.MedianError, summed.MedianError, 0.005);
    }
}
