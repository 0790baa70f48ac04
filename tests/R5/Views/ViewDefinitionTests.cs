using System.Text;
using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.R5.Tests.Views;

public sealed class ViewDefinitionTests
{
    private const string Column = """{"name":"id","path":"id"}""";

    [Theory]
    [InlineData("{}", "ViewDefinition.resource")]
    [InlineData("[]", "ViewDefinition")]
    [InlineData("""{"resource":"Nothing"}""", "ViewDefinition.resource")]
    [InlineData("""{"resource":"Patient"}""", "ViewDefinition.select")]
    [InlineData("""{"resource":"Patient","select":{}}""", "ViewDefinition.select")]
    [InlineData("""{"resource":"Patient","select":[{"column":[{"name":"id"}]}]}""", "ViewDefinition.select[0].column[0].path")]
    [InlineData("""{"resource":"Patient","select":[{"column":[{"name":"1d","path":"id"}]}]}""", "ViewDefinition.select[0].column[0].name")]
    [InlineData("""{"resource":"Patient","select":[{"column":[{"name":"id","path":"id."}]}]}""", "ViewDefinition.select[0].column[0].path")]
    [InlineData("""{"resource":"Patient","select":[{"column":[{"name":"id","path":"%x"}]}]}""", "ViewDefinition.select[0].column[0].path")]
    [InlineData("""{"resource":"Patient","select":[{"column":[{"name":"a","path":"id"}]},{"column":[{"name":"a","path":"id"}]}]}""", "ViewDefinition.select")]
    [InlineData("""{"resource":"Patient","select":[{"forEach":"name","repeat":["name"]}]}""", "ViewDefinition.select[0]")]
    public void GivenInvalidView_WhenParsed_ThenTheIssueNamesTheElement(string json, string expression)
        => Assert.Equal(expression, Assert.Throws<OperationProblem>(() => Parse(json)).Issues[0].Expression);

    [Fact]
    public void GivenView_WhenParsed_ThenColumnsAreInTheOrderOfTheResult()
    {
        var view = Parse("""{"resource":"Patient","name":"v","select":[{"column":[{"name":"id","path":"id","type":"id"}],"select":[{"forEach":"name","column":[{"name":"given","path":"given","collection":true}]}]}]}""");
        Assert.Equal([new ViewColumn("id", "id", false), new ViewColumn("given", "string", true)], view.Columns);
        Assert.Equal(("v", "Patient", 1), (view.Name, view.Resource, view.Ordinal("given")));
        Assert.Throws<ArgumentException>(() => view.Ordinal("none"));
    }

    [Fact]
    public void GivenSelectsNestedWithoutEnd_WhenParsed_ThenInvalid()
        => Assert.Throws<OperationProblem>(() => Parse($$"""{"resource":"Patient","select":[{{Nested(40)}}]}"""));

    [Fact]
    public void GivenRepeatThatNeverEnds_WhenRun_ThenUnprocessable()
    {
        var runner = new ViewRunner(Parse("""{"resource":"Patient","select":[{"repeat":["$this","$this"],"column":[{"name":"id","path":"id"}]}]}"""));
        Assert.Equal(ProblemKind.Unprocessable, Assert.Throws<OperationProblem>(() => runner.Run(Patient()).ToList()).Kind);
    }

    [Fact]
    public void GivenRow_WhenReadByOrdinal_ThenTypedValues()
    {
        var runner = new ViewRunner(Parse("""
            {"resource":"Patient","select":[{"column":[{"name":"id","path":"id"},{"name":"active","path":"active","type":"boolean"},
             {"name":"n","path":"multipleBirth.ofType(integer)","type":"integer"},{"name":"d","path":"1.50","type":"decimal"},{"name":"none","path":"gender"}]}]}
            """));
        var row = Assert.Single(runner.Run(Patient()));
        Assert.Equal(("1", true, 2m, 1.50m), (row.Text(0), row.Flag(1), row.Number(2), row.Number(3)));
        Assert.True(row.IsNull(4));
        Assert.IsType<long>(row[2]);
    }

    [Fact]
    public void GivenTextWithHalfASurrogate_WhenRun_ThenUnprocessable()
    {
        var patient = Resource.Parse(Encoding.UTF8.GetBytes("""{"resourceType":"Patient","id":"\ud800"}"""));
        var runner = new ViewRunner(Parse($$"""{"resource":"Patient","select":[{"column":[{{Column}}]}]}"""));
        Assert.Equal("ViewDefinition.select[0].column[0].path", Assert.Throws<OperationProblem>(() => runner.Run(patient).ToList()).Issues[0].Expression);
    }

    [Fact]
    public void GivenAnotherResourceType_WhenRun_ThenNoRows()
        => Assert.Empty(new ViewRunner(Parse($$"""{"resource":"Group","select":[{"column":[{{Column}}]}]}""")).Run(Patient()));

    private static string Nested(int depth) => depth == 0 ? $$"""{"column":[{{Column}}]}""" : $$"""{"select":[{{Nested(depth - 1)}}]}""";

    private static Resource Patient() => Resource.Parse("""{"resourceType":"Patient","id":"1","active":true,"multipleBirthInteger":2}"""u8.ToArray());

    private static ViewDefinition Parse(string json) => ViewDefinition.Parse(JsonDocument.Parse(Encoding.UTF8.GetBytes(json), new JsonDocumentOptions { MaxDepth = 256 }).RootElement);
}
