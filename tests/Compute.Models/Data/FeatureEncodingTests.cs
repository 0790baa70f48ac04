using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Data;

public sealed class FeatureEncodingTests
{
    private static FeatureScaler Scaler(string feature, FeatureScale scale) => new(new Dictionary<string, FeatureScale> { [feature] = scale });

    [Fact]
    public void GivenANumber_WhenEncode_ThenItsZScoreAfterItsTransform()
    {
        var schema = Tables.Schema(Tables.Number("WBC"));
        var scale = new FeatureScale { Transform = FeatureTransform.Log1p, Mean = 1, StandardDeviation = 2 };
        var matrix = new FeatureEncoding(schema, ["WBC"], Scaler("WBC", scale)).Encode(Tables.Of(schema, [Math.E - 1, 0, 1e300]));
        Assert.Equal([0, -0.5f, 5], matrix, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void GivenEachType_WhenEncode_ThenTheColumnsAreNamedAndFilled()
    {
        var schema = Tables.Schema(Tables.Number("age"), Tables.Binary("TP53"), Tables.Category("who", false, "A", "B", "C"), Tables.Category("cyto", true, "Good", "Int", "Poor"));
        var encoding = new FeatureEncoding(schema, ["who", "TP53", "cyto", "age"], FeatureScaler.None);
        Assert.Equal(["who=A", "who=B", "who=C", "TP53", "cyto", "age"], encoding.ColumnNames);
        Assert.Equal([0, 1, 0, 1, 2, 4.5f], encoding.Encode(Tables.Of(schema, [4.5], [1], [1], [2])));
    }

    [Fact]
    public void GivenAMissingValue_WhenTheScalerMarksIt_ThenNeutralAndFlagged()
    {
        var schema = Tables.Schema(Tables.Number("PLT"), Tables.Category("who", false, "A", "B"));
        var scaler = new FeatureScaler(new Dictionary<string, FeatureScale>
        {
            ["PLT"] = new() { Mean = 100, StandardDeviation = 10, Missing = true },
            ["who"] = new() { Missing = true },
        });
        var encoding = new FeatureEncoding(schema, ["PLT", "who"], scaler);
        Assert.Equal(["PLT", "PLT?", "who=A", "who=B", "who?"], encoding.ColumnNames);
        Assert.Equal([0, 1, 0, 0, 1, 1, 0, 1, 0, 0], encoding.Encode(Tables.Of(schema, [double.NaN, 110], [double.NaN, 0])));
    }

    [Fact]
    public void GivenAMissingValue_WhenNothingMarksIt_ThenTheNeutralZero()
    {
        var schema = Tables.Schema(Tables.Number("PLT"));
        Assert.Equal([0f], new FeatureEncoding(schema, ["PLT"], FeatureScaler.None).Encode(Tables.Of(schema, [double.NaN])));
    }

    [Theory]
    [InlineData(0, double.PositiveInfinity, "PLT")]
    [InlineData(1, 0.5, "TP53")]
    [InlineData(2, 3, "who")]
    [InlineData(2, 0.5, "who")]
    public void GivenAValueThatCannotBe_WhenEncode_ThenTheMessageNamesTheColumn(int column, double value, string name)
    {
        var schema = Tables.Schema(Tables.Number("PLT"), Tables.Binary("TP53"), Tables.Category("who", false, "A", "B"));
        double[][] columns = [[1], [1], [1]];
        columns[column][0] = value;
        var encoding = new FeatureEncoding(schema, ["PLT", "TP53", "who"], FeatureScaler.None);
        var problem = Assert.Throws<ArgumentException>(() => encoding.Encode(Tables.Of(schema, columns)));
        Assert.Contains($"'{name}'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAnOutcomeOrAScore_WhenTakenAsInput_ThenRefused()
    {
        var schema = Tables.Schema(Tables.Outcome("OS"), Tables.Number("IPSSM") with { Role = FeatureRole.Score });
        Assert.Throws<ArgumentException>(() => new FeatureEncoding(schema, ["OS"], FeatureScaler.None));
        Assert.Throws<ArgumentException>(() => new FeatureEncoding(schema, ["IPSSM"], FeatureScaler.None));
    }

    [Fact]
    public void GivenANodeWithAnotherVocabulary_WhenEncode_ThenRefused()
    {
        var encoding = new FeatureEncoding(Tables.Schema(Tables.Category("who", false, "A", "B")), ["who"], FeatureScaler.None);
        var table = Tables.Of(Tables.Schema(Tables.Category("who", false, "B", "A")), [0]);
        var problem = Assert.Throws<ArgumentException>(() => encoding.Encode(table));
        Assert.Contains("[A, B]", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, 0)]
    [InlineData(0, double.PositiveInfinity)]
    public void GivenAScaleThatIsNoScale_WhenBuilt_ThenRefused(double mean, double deviation)
    {
        var scaler = Scaler("PLT", new FeatureScale { Mean = mean, StandardDeviation = deviation });
        Assert.Throws<ArgumentException>(() => new FeatureEncoding(Tables.Schema(Tables.Number("PLT")), ["PLT"], scaler));
    }

    [Fact]
    public void GivenAVectorWithAHole_WhenEncode_ThenAllOfItIsNeutral()
    {
        var schema = Tables.Schema(new Feature { Name = "slide", Type = FeatureType.Vector, Role = FeatureRole.Input, Dimension = 2 });
        var table = new FeatureTable(schema, ["a", "b"], new Dictionary<string, double[]> { ["slide"] = [1, 2, 3, double.NaN] });
        Assert.Equal([1, 2, 0, 0], new FeatureEncoding(schema, ["slide"], FeatureScaler.None).Encode(table));
    }
}
