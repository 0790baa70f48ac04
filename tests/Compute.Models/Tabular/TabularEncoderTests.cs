using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Tabular;
using GenoMed.Fhir.Compute.Models.Tests.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Tabular;

public sealed class TabularEncoderTests
{
    private static readonly FeatureSchema Schema = Tables.Schema(
        Tables.Binary("g"), Tables.Category("c", false, "x", "y"), Tables.Category("rank", true, "low", "mid", "high"), Tables.Number("n"), Tables.Outcome("os"));

    private static readonly ModelPlan Plan = new()
    {
        Model = "vae-bgm",
        Schema = Schema,
        Inputs = ["g", "c", "rank", "n"],
        Outcome = "os",
        Scaler = new FeatureScaler(new Dictionary<string, FeatureScale> { ["n"] = new() { Mean = 10, StandardDeviation = 2, Missing = true } }),
    };

    private static FeatureTable Table(double[] g, double[] c, double[] rank, double[] n, double[] os) => Tables.Of(Schema, g, c, rank, n, os);

    [Fact]
    public void GivenMixedFeatures_WhenLaidOut_ThenNumbersThenBinariesThenCategories()
    {
        var layout = new TabularLayout(Plan, [.. Plan.Inputs, "os"], generative: true);
        Assert.Equal(["n", "os[0]", "g", "n?", "os[1]", "c", "rank"], layout.Columns.Select(column => column.Name));
        Assert.Equal([0, 1, 2, 3, 4, 5, 7], layout.Offsets);
        Assert.Equal((2, 3, 10), (layout.Numbers, layout.Binaries, layout.Width));
    }

    [Fact]
    public void GivenMissingValues_WhenEncoded_ThenZeroAndMaskedAndTheIndicatorIsOne()
    {
        var layout = new TabularLayout(Plan, Plan.Inputs, generative: false);
        var rows = TabularEncoder.Encode(layout, Table([1, double.NaN], [1, double.NaN], [2, double.NaN], [14, double.NaN], [1, 1, 2, 0]));
        Assert.Equal(["rank", "n", "g", "n?", "c"], layout.Columns.Select(column => column.Name));
        Assert.Equal([2, 2, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0], rows.Values);
        Assert.Equal([1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0], rows.Presence);
    }

    [Theory]
    [InlineData(2, 0, 1, "g")]
    [InlineData(0, 2, 1, "c")]
    [InlineData(0, 0.5, 1, "c")]
    [InlineData(0, 0, 3, "rank")]
    public void GivenAValueThatCannotBe_WhenEncoded_ThenTheMessageNamesTheColumn(double g, double c, double rank, string column)
    {
        var layout = new TabularLayout(Plan, Plan.Inputs, generative: false);
        var problem = Assert.Throws<ArgumentException>(() => TabularEncoder.Encode(layout, Table([g], [c], [rank], [1], [1, 1])));
        Assert.Contains($"'{column}'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAnInfiniteNumber_WhenEncoded_ThenInvalid()
    {
        var layout = new TabularLayout(Plan, Plan.Inputs, generative: false);
        Assert.Throws<ArgumentException>(() => TabularEncoder.Encode(layout, Table([0], [0], [0], [double.PositiveInfinity], [1, 1])));
    }
}
