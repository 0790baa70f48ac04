using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity;

public sealed class FidelityTests
{
    private const double Missing = double.NaN;

    private static readonly FeatureSchema Schema = Tables.Schema(Tables.Number("x"), Tables.Number("y"), Tables.Binary("a"), Tables.Binary("b"), Tables.Binary("c"));

    private static FeatureTable Table(double[] x, double[] y, double[] a, double[] b, double[] c) => Tables.Of(Schema, x, y, a, b, c);

    [Fact]
    public void GivenTwoSamples_WhenKsComplement_ThenOneMinusTheLargestGapOfTheirDistributions()
    {
        Assert.Equal(1, ColumnShape.KsComplement([1, 2, 3], [3, 2, 1]));
        Assert.Equal(0, ColumnShape.KsComplement([1, 2], [3, 4]));
        Assert.Equal(0.5, ColumnShape.KsComplement([1, 2, 3, 4], [3, 4, 3, 4]), 12);
        Assert.Equal(0.75, ColumnShape.KsComplement([0, 0, 0, 1], [0, 0, 1, 1]), 12);
        Assert.Equal(1, ColumnShape.KsComplement([1, Missing], [1]));
        Assert.True(double.IsNaN(ColumnShape.KsComplement([Missing], [1])));
    }

    [Fact]
    public void GivenTwoSamples_WhenTvComplement_ThenOneMinusHalfTheSharesMoved()
    {
        Assert.Equal(1, ColumnShape.TvComplement([0, 1, 1, 0], [1, 0]), 12);
        Assert.Equal(0.75, ColumnShape.TvComplement([0, 0, 1, 1], [0, 1, 1, 1]), 12);
        Assert.Equal(0.5, ColumnShape.TvComplement([0, Missing], [0, 1]), 12);
        Assert.Equal(0, ColumnShape.TvComplement([0], [2]), 12);
    }

    [Fact]
    public void GivenColumnsTurnedAround_WhenCorrelationSimilarity_ThenZero()
    {
        Assert.Equal(0, PairTrend.CorrelationSimilarity([1, 2, 3], [1, 2, 3], [1, 2, 3], [3, 2, 1]), 12);
        Assert.Equal(1, PairTrend.CorrelationSimilarity([1, 2, 4], [5, 4, 9], [10, 20, 40], [5, 4, 9]), 12);
    }

    [Fact]
    public void GivenAFarMean_WhenPearson_ThenAsAroundZero() =>
        Assert.Equal(PairTrend.Pearson([1, 2, 4], [1, 3, 2]), PairTrend.Pearson([1e9 + 1, 1e9 + 2, 1e9 + 4], [1, 3, 2]), 6);

    [Fact]
    public void GivenTheSameTable_WhenCompared_ThenEveryScoreIsOne()
    {
        var table = Table([1, 2, 3, Missing], [4, 4, 1, 2], [0, 1, 0, 1], [1, 1, 0, Missing], [0, 0, 1, 1]);
        var report = FidelityReport.Of(table, table);
        Assert.Equal(1, report.Quality, 12);
        Assert.All(report.Columns.Values, score => Assert.Equal(1, score, 12));
    }

    [Fact]
    public void GivenMarginalsThatAgreeButPairsThatDoNot_WhenCompared_ThenOnlyTheTrendsFall()
    {
        double[] x = [1, 2, 3, 4], g = [0, 0, 1, 1];
        var report = FidelityReport.Of(Table(x, x, g, g, g), Table(x, [4, 3, 2, 1], g, [1, 1, 0, 0], g));
        Assert.Equal(1, report.ColumnShapes, 12);
        Assert.True(report.PairTrends < 0.6, $"trends are {report.PairTrends}");
    }

    [Fact]
    public void GivenThreeGenes_WhenPhi_ThenPearsonOfEachPair()
    {
        double[] a = [1, 1, 0, 0], b = [1, 1, 0, 0], c = [0, 0, 1, 1];
        var table = Table(a, a, a, b, c);
        Assert.Equal([1, -1, -1], PhiMatrix.Of(table, ["a", "b", "c"]).Select(phi => Math.Round(phi, 12)));
        Assert.Equal(1, PhiMatrix.Correlation(table, table, ["a", "b", "c"]), 12);
        Assert.Equal([0, 0, -1], PhiMatrix.Of(Table(a, a, [0, 0, 0, 0], b, c), ["a", "b", "c"]).Select(phi => Math.Round(phi, 12)));
    }

    [Fact]
    public void GivenANumber_WhenPhi_ThenInvalid() =>
        Assert.Throws<ArgumentException>(() => PhiMatrix.Of(Table([1], [1], [1], [1], [1]), ["a", "x"]));

    [Fact]
    public void GivenNoRows_WhenCompared_ThenInvalid() =>
        Assert.Throws<ArgumentException>(() => FidelityReport.Of(Table([1], [1], [1], [1], [1]), Table([], [], [], [], [])));
}
