using GenoMed.Fhir.Compute.Models.BayesianNetwork;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.BayesianNetwork;

public sealed class ToldTableTests
{
    private static readonly double[] Even = [0.25, 0.25, 0.25, 0.25];

    [Theory]
    [InlineData(new long[] { 900, 90, 4, 2 }, new long[] { 900, 32, 32, 32 })]
    [InlineData(new long[] { 900, 90, 6, 7 }, new long[] { 900, 90, 7, 6 })]
    [InlineData(new long[] { 900, 90, 0, 10 }, new long[] { 900, 90, 0, 10 })]
    [InlineData(new long[] { 3, 0, 0, 0 }, new long[] { 3, 0, 0, 0 })]
    public void GivenATable_WhenTold_ThenHiddenCellsShareWhatTheyHoldAndTheRestIsExact(long[] cells, long[] told) =>
        Assert.Equal(told, ToldTable.Of(cells, 10, () => Even));

    [Fact]
    public void GivenTablesThatDifferInHiddenCellsOnly_WhenTold_ThenTheyAreTheSame() =>
        Assert.Equal(ToldTable.Of([900, 90, 1, 9], 10, () => [0.8, 0.1, 0.07, 0.03]), ToldTable.Of([900, 90, 9, 1], 10, () => [0.8, 0.1, 0.07, 0.03]));

    [Fact]
    public void GivenRandomTables_WhenTold_ThenTheTotalAndEveryLargeCellThatIsNotNeededStay()
    {
        var random = new Random(1);
        for (var trial = 0; trial < 300; trial++)
        {
            long[] cells = [.. Enumerable.Range(0, random.Next(2, 12)).Select(_ => (long)random.Next(0, 40))];
            double[] expected = [.. cells.Select(_ => random.NextDouble())];
            var told = ToldTable.Of(cells, 10, () => expected);

            Assert.Equal(cells.Sum(), told.Sum());
            Assert.Equal(cells, ToldTable.Of(cells, 1, () => throw new InvalidOperationException("nothing is hidden")));
            Assert.All(Enumerable.Range(0, cells.Length).Where(i => cells[i] == 0), i => Assert.Equal(0, told[i]));
            Assert.All(told, count => Assert.True(count >= 0));
        }
    }

    [Fact]
    public void GivenPairsOfADistribution_WhenFitted_ThenTheTableHasThosePairsAndNoMore()
    {
        // Three binaries: the first two go together, the third knows nothing of them.
        long[] together = [40, 10, 10, 40], apart = [30, 20, 30, 20];
        var table = ExpectedTable.FromPairs([2, 2, 2], (i, j) => (i, j) == (0, 1) ? together : apart);

        double[] expected = [.. together.SelectMany(pair => new[] { pair * 0.6 / 100, pair * 0.4 / 100 })];
        Assert.Equal(expected, table, (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal([0.42, 0.18, 0.28, 0.12], ExpectedTable.Independent([0.6, 0.4], [0.7, 0.3]), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Theory]
    [InlineData(new double[] { 0, 990, 10 }, new double[] { 0, 990, 10 })]
    [InlineData(new double[] { 200, 996, 4 }, new double[] { 0, 1, 0 })]
    [InlineData(new double[] { 3, 600, 400 }, new double[] { 0, 603, 400 })]
    [InlineData(new double[] { 0, 50, 3, 5, 6 }, new double[] { 0, 50, 5, 4, 5 })]
    [InlineData(new double[] { 0, 50, 3, 40, 0 }, new double[] { 0, 53, 0, 40, 0 })]
    public void GivenCodes_WhenTold_ThenNoSmallGroupFollows(double[] counts, double[] told)
    {
        var whole = counts.ToArray();
        ToldCodes.Apply(whole, 1);
        Assert.Equal(counts, whole);
        ToldCodes.Apply(counts, 10);
        Assert.Equal(told, counts);
    }

    [Fact]
    public void GivenASketch_WhenTold_ThenEveryBucketHoldsKAndTheDistributionIsAlike()
    {
        var random = new Random(4);
        var counts = new double[QuantileSketch.Width];
        double[] values = [.. Enumerable.Range(0, 503).Select(_ => Math.Exp(2 * random.NextDouble()) + 8)];
        Array.ForEach(values, value => QuantileSketch.Add(value, counts));
        QuantileSketch.Add(double.NaN, counts);
        var (whole, told) = (counts.ToArray(), counts.ToArray());
        ToldSketch.Apply(whole, 1);
        ToldSketch.Apply(told, 10);

        Assert.Equal(counts, whole);
        Assert.Equal(0, told[0]);
        Assert.Equal(504, told[1..(1 + QuantileSketch.Buckets)].Sum());
        Assert.DoesNotContain(told, count => count is > 0 and < 10);
        Assert.InRange(Median(told) / Median(counts), 0.98, 1.02);
    }

    private static double Median(double[] counts)
    {
        var (half, seen, bucket) = (counts[1..(1 + QuantileSketch.Buckets)].Sum() / 2, 0.0, -1);
        while (seen < half)
        {
            seen += counts[1 + ++bucket];
        }

        return QuantileSketch.Range(bucket).High;
    }
}
