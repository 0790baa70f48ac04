using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity;

public sealed class FidelityTests
{
    private static readonly FeatureSchema Numbers = Tables.Schema(Tables.Number("x"), Tables.Number("y"));

    private static readonly FeatureSchema Codes = Tables.Schema(Tables.Binary("a"), Tables.Binary("b"), Tables.Binary("c"));

    [Fact]
    public void GivenNumbers_WhenShapesAreScored_ThenOneLessKolmogorovAndSmirnovsDistance()
    {
        // x: F(2) = ½ against G(2) = 1; y: the same values.
        var (real, synthetic) = (Tables.Of(Numbers, [1, 2, 3, 4], [1, 2, 3, 4]), Tables.Of(Numbers, [1, 2, 1, 2], [4, 3, 2, 1]));
        Assert.Equal((0.5 + 1) / 2, ColumnShapes.Score(real, synthetic), 1e-12);
    }

    [Fact]
    public void GivenCodesAndMissingValues_WhenShapesAreScored_ThenOneLessTotalVariationOfTheKnown()
    {
        var real = Tables.Of(Codes, [0, 1, double.NaN], [0, 0, 0], [1, 1, 0]);
        var synthetic = Tables.Of(Codes, [1, 1, 1], [0, 0, 0], [0, 1, 1]);
        Assert.Equal((0.5 + 1 + 1) / 3, ColumnShapes.Score(real, synthetic), 1e-12);
    }

    [Fact]
    public void GivenTwoNumbers_WhenPairsAreScored_ThenHalfTheDifferenceOfCorrelations() =>
        Assert.Equal(0, PairTrends.Score(Tables.Of(Numbers, [1, 2, 3], [1, 2, 3]), Tables.Of(Numbers, [1, 2, 3], [3, 2, 1])), 1e-12);

    [Fact]
    public void GivenANumberAndACode_WhenPairsAreScored_ThenTheNumberIsBinnedOverTheRealRange()
    {
        var schema = Tables.Schema(Tables.Number("x"), Tables.Binary("g"));
        var score = PairTrends.Score(Tables.Of(schema, [0, 10, 0, 10], [0, 1, 0, 1]), Tables.Of(schema, [0.5, 10, 0.5, 10], [0, 1, 1, 0]));
        Assert.Equal(0.5, score, 1e-12);
    }

    [Fact]
    public void GivenTheSameLesions_WhenCorrelated_ThenOne()
    {
        var table = Lesions(400, seed: 1);
        Assert.Equal(1, LesionCorrelation.Score(table, table, ["a", "b", "c"]), 1e-12);
    }

    [Fact]
    public void GivenAColumnOfOnes_WhenFrequentLesionsAreListed_ThenOnlyThoseAboveTheLine()
    {
        var table = Tables.Of(Codes, [1, 1, 1, 1], [0, 0, 0, double.NaN], [1, 0, 0, 0]);
        Assert.Equal(["a", "c"], LesionCorrelation.Frequent(table, 0.25));
    }

    [Fact]
    public void GivenTwoLesions_WhenCorrelated_ThenRefused() =>
        Assert.Throws<ArgumentException>(() => LesionCorrelation.Score(Lesions(10, 1), Lesions(10, 1), ["a", "b"]));

    /// <summary>b follows a; c excludes a.</summary>
    private static FeatureTable Lesions(int n, long seed)
    {
        var random = new RandomStream(seed);
        double[] a = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() < 0.3 ? 1.0 : 0)];
        return Tables.Of(
            Codes,
            a,
            [.. a.Select(value => random.NextDouble() < 0.8 ? value : 1 - value)],
            [.. a.Select(value => value == 0 && random.NextDouble() < 0.4 ? 1.0 : 0)]);
    }
}
