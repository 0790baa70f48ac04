namespace GenoMed.Fhir.Compute.Models.Tests;

public sealed class RowShuffleTests
{
    [Fact]
    public void GivenASeed_WhenNext_ThenThisPermutationForEver() => Assert.Equal([8, 3, 6], new RowShuffle(42).Next(10)[..3]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void GivenACount_WhenNext_ThenEachRowOnce(int count) => Assert.Equal(Enumerable.Range(0, count), new RowShuffle(3).Next(count).Order());

    [Fact]
    public void GivenManyShuffles_WhenCounted_ThenEachRowIsFirstAboutAsOften()
    {
        var (shuffle, first) = (new RowShuffle(1), new int[5]);
        for (var i = 0; i < 10_000; i++)
        {
            first[shuffle.Next(5)[0]]++;
        }

        Assert.All(first, count => Assert.InRange(count, 1850, 2150));
    }
}
