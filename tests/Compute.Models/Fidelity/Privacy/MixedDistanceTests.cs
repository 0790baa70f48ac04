using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Privacy;

public sealed class MixedDistanceTests
{
    private const double Missing = double.NaN;

    private static readonly FeatureSchema Schema = Tables.Schema(Tables.Number("x"), Tables.Binary("a"), Tables.Category("c", true, "p", "q", "r"), Tables.Outcome("os"));

    private static FeatureTable Row(double x, double a, double c, double years, double death) => Tables.Of(Schema, [x], [a], [c], [years, death]);

    private static readonly FeatureTable Ranges = Tables.Of(Schema, [10, 30], [0, 1], [0, 2], [0, 1, 8, 0]);

    private static double Between(FeatureTable one, FeatureTable other)
    {
        var distance = MixedDistance.Of(Schema.Features, Ranges);
        return Between(distance.Encode(one), distance.Encode(other));
    }

    private static double Between(MixedRows one, MixedRows other) => one.Distance(one.Sum(0, other, 0));

    private static NearestRecords Nearest(MixedRows rows, MixedRows references, int neighbours, bool others = false) =>
        NearestRecords.Of(rows, references, neighbours, others, TestContext.Current.CancellationToken);

    [Fact]
    public void GivenNumbersAndCategories_WhenMeasured_ThenTheMeanOfRangeSharesAndMismatches()
    {
        Assert.Equal(0, Between(Row(12, 1, 2, 3, 1), Row(12, 1, 2, 3, 1)));
        Assert.Equal(0.25 / 5, Between(Row(15, 1, 2, 3, 1), Row(20, 1, 2, 3, 1)), 6);
        Assert.Equal((0.25 + 1 + 1 + 0.5 + 1) / 5, Between(Row(15, 1, 0, 3, 1), Row(20, 0, 1, 7, 0)), 6);
    }

    [Fact]
    public void GivenANumberBeyondTheRange_WhenMeasured_ThenAtMostOneApart()
    {
        Assert.Equal(1.0 / 5, Between(Row(10, 1, 2, 3, 1), Row(500, 1, 2, 3, 1)), 6);
        Assert.Equal(1.0 / 5, Between(Row(10, 1, 2, 3, 1), Row(-1e9, 1, 2, 3, 1)), 6);
        Assert.Equal(0.5 / 5, Between(Row(40, 1, 2, 3, 1), Row(50, 1, 2, 3, 1)), 6);
    }

    [Fact]
    public void GivenMissingValues_WhenMeasured_ThenTwoAgreeAndOneIsFullyApart()
    {
        Assert.Equal(0, Between(Row(Missing, Missing, 2, Missing, 1), Row(Missing, Missing, 2, Missing, 1)));
        Assert.Equal(3.0 / 5, Between(Row(Missing, 1, 2, Missing, 1), Row(12, Missing, 2, 3, 1)), 6);
        Assert.Equal(1.0 / 5, Between(Row(Missing, 1, 2, 3, 1), Row(1e12, 1, 2, 3, 1)), 6);
    }

    [Fact]
    public void GivenAConstantColumn_WhenMeasured_ThenDifferencesCountInItsOwnUnit()
    {
        var constant = MixedDistance.Of([Schema["x"]], Tables.Of(Schema, [5, 5], [0, 0], [0, 0], [1, 1, 1, 1]));
        Assert.Equal(0.5, Between(constant.Encode(Row(5, 0, 0, 1, 1)), constant.Encode(Row(5.5, 0, 0, 1, 1))), 6);
    }

    [Theory]
    [InlineData(double.PositiveInfinity, 1, "Column 'x' is infinite in row 0.")]
    [InlineData(1, 0.5, "Column 'a', row 0: expected a code 0..65534, got 0.5.")]
    [InlineData(1, -1, "Column 'a', row 0: expected a code 0..65534, got -1.")]
    public void GivenACellThatIsNoValue_WhenEncoded_ThenTheMessageSaysWhere(double x, double a, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Between(Row(x, a, 0, 1, 1), Row(1, 1, 0, 1, 1))).Message);

    [Fact]
    public void GivenATableThatDescribesAFeatureOtherwise_WhenEncoded_ThenInvalid() => Assert.Throws<ArgumentException>(() =>
        MixedDistance.Of(Schema.Features, Ranges).Encode(Tables.Of(Tables.Schema(Tables.Binary("x"), Tables.Binary("a"), Tables.Binary("c"), Tables.Binary("os")), [1], [1], [1], [1])));

    [Fact]
    public void GivenManyRows_WhenTheNearestAreSought_ThenThoseOfAFullSort()
    {
        var (table, others) = (Cohorts.Of(70, 1), Cohorts.Of(90, 2));
        var distance = MixedDistance.Of(table.Schema.Features, table);
        var (rows, references) = (distance.Encode(table), distance.Encode(others));
        var nearest = Nearest(rows, references, 3);
        for (var row = 0; row < 70; row++)
        {
            var sorted = Enumerable.Range(0, 90).OrderBy(other => rows.Sum(row, references, other)).Take(3);
            Assert.Equal(sorted, nearest.Indices.AsSpan(row * 3, 3).ToArray());
        }
    }

    [Fact]
    public void GivenTheTableItself_WhenTheNearestOthersAreSought_ThenNoRowIsItsOwn()
    {
        var rows = MixedDistance.Of(Cohorts.Of(1, 1).Schema.Features, Cohorts.Of(40, 3)).Encode(Cohorts.Of(40, 3));
        var nearest = Nearest(rows, rows, 2, others: true);
        Assert.All(Enumerable.Range(0, 40), row => Assert.DoesNotContain(row, nearest.Indices.AsSpan(2 * row, 2).ToArray()));
        Assert.Throws<ArgumentException>(() => Nearest(rows, rows, 40, others: true));
    }
}
