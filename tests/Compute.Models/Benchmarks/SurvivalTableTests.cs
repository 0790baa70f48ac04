using GenoMed.Fhir.Compute.Models.Benchmarks;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Tests.Benchmarks;

public sealed class SurvivalTableTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void GivenATable_WhenRead_ThenColumnsAreTypedAndATimeOfZeroMovesAllByOne()
    {
        var table = Read("sex,stage,age,time,event,split", "1,0,40.5,0,1,train", "2,2,,3,0,test");

        Assert.Equal(
            [FeatureType.Binary, FeatureType.Category, FeatureType.Continuous, FeatureType.TimeToEvent],
            table.Rows.Schema.Features.Select(feature => feature.Type));
        Assert.Equal([0, 1], table.Rows.Column("sex").ToArray());
        Assert.Equal([1, 4], table.Rows.Durations(SurvivalTable.Outcome));
        Assert.Equal([double.NaN], table.Part("test").Column("age").ToArray());
    }

    [Theory]
    [InlineData("no column 'time'", "a,event,split", "1,1,train")]
    [InlineData("column 'a', row 1: 'x' is no number", "a,time,event,split", "x,1,1,train")]
    [InlineData("row 1: 3 cells, the header has 4", "a,time,event,split", "1,1,1")]
    [InlineData("column 'a' has no value", "a,time,event,split", ",1,1,train")]
    [InlineData("has no rows", "a,time,event,split")]
    public void GivenATableWithAFault_WhenRead_ThenItIsNamed(string complaint, params string[] lines) =>
        Assert.Contains(complaint, Assert.Throws<InvalidDataException>(() => Read(lines)).Message, StringComparison.OrdinalIgnoreCase);

    private SurvivalTable Read(params string[] lines)
    {
        File.WriteAllLines(_file, lines);
        return SurvivalTable.Read(_file, "time", "event", "split");
    }
}
