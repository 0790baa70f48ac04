using System.Text;
using System.Text.Json.Nodes;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.Binding;
using GenoMed.Fhir.Operations.Contracts.TrainRound;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Tests.Contracts;

public sealed class ParametersBinderTests
{
    private static readonly TrainRoundInput Valid = new()
    {
        Dataset = "ds-1",
        Plan = "{}",
        Round = 3,
        Weights = new BinaryContent(BinaryContent.SafeTensors, [1, 2, 3]),
    };

    [Fact]
    public void GivenAMissingRound_WhenRead_ThenRequiredNamesItsPlace()
    {
        var issue = Single(Edit(parameters => parameters.RemoveAt(2)));

        Assert.Equal(IssueCode.Required, issue.Code);
        Assert.Equal("Parameters.parameter.where(name='round')", issue.Expression);
    }

    [Fact]
    public void GivenATextForTheRound_WhenRead_ThenInvalidNamesItsValue()
    {
        var issue = Single(Edit(parameters => parameters[2] = JsonNode.Parse("""{"name":"round","valueString":"three"}""")));

        Assert.Equal(IssueCode.Invalid, issue.Code);
        Assert.Equal("Parameters.parameter.where(name='round').value", issue.Expression);
        Assert.Contains("valueString", issue.Diagnostics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("true")]
    public void GivenANumberThatIsNoRound_WhenRead_ThenInvalid(string value)
    {
        var issue = Single(Edit(parameters => parameters[2] = JsonNode.Parse($$"""{"name":"round","valuePositiveInt":{{value}}}""")));

        Assert.Equal(IssueCode.Invalid, issue.Code);
    }

    [Fact]
    public void GivenAnUnknownParameter_WhenRead_ThenTheKnownOnesAreListed()
    {
        var issue = Single(Edit(parameters => parameters.Add(JsonNode.Parse("""{"name":"rouns","valueInteger":1}"""))));

        Assert.Equal(IssueCode.NotSupported, issue.Code);
        Assert.Equal("Parameters.parameter.where(name='rouns')", issue.Expression);
        Assert.Contains("round", issue.Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenARepeatedSingleParameter_WhenRead_ThenStructure()
    {
        var issue = Single(Edit(parameters => parameters.Add(JsonNode.Parse("""{"name":"round","valueInteger":1}"""))));

        Assert.Equal(IssueCode.Structure, issue.Code);
    }

    [Fact]
    public void GivenWeightsThatAreNoBase64_WhenRead_ThenInvalidNamesTheResource()
    {
        var issue = Single(Edit(parameters => parameters[3]!["resource"]!["data"] = "%%%"));

        Assert.Equal("Parameters.parameter.where(name='weights').resource", issue.Expression);
    }

    [Fact]
    public void GivenSeveralFaults_WhenRead_ThenAllAreReportedTogether()
    {
        var problem = Assert.Throws<OperationProblem>(() => ContractCatalog.TrainRound.ReadInput(Parse("""{"resourceType":"Parameters"}""")));

        Assert.Equal(["dataset", "plan", "round", "weights"], problem.Issues.Select(issue => issue.Expression!.Split('\'')[1]));
    }

    [Fact]
    public void GivenAnotherResource_WhenRead_ThenInvalid()
        => Assert.Throws<OperationProblem>(() => ContractCatalog.TrainRound.ReadInput(Parse("""{"resourceType":"Patient"}""")));

    [Theory]
    [InlineData("""{"resourceType":"Parameters","parameter":{}}""")]
    [InlineData("""{"resourceType":"Parameters","parameter":[1,null]}""")]
    [InlineData("""{"resourceType":"Parameters","parameter":[{"name":7}]}""")]
    public void GivenAMisshapenList_WhenRead_ThenAProblemAndNoCrash(string json)
        => Assert.Throws<OperationProblem>(() => ContractCatalog.QualityReport.ReadInput(Parse(json)));

    [Fact]
    public void GivenAnIdWrittenAsString_WhenRead_ThenTaken()
        => Assert.Equal("ds-9", ContractCatalog.QualityReport.ReadInput(Parse("""{"resourceType":"Parameters","parameter":[{"name":"dataset","valueString":"ds-9"}]}""")).Dataset);

    [Fact]
    public void GivenAnIdWithASlash_WhenRead_ThenInvalid()
        => Assert.Throws<OperationProblem>(() => ContractCatalog.QualityReport.ReadInput(Parse("""{"resourceType":"Parameters","parameter":[{"name":"dataset","valueString":"../ds"}]}""")));

    private static Resource Edit(Action<JsonArray> edit)
    {
        var json = JsonNode.Parse(ContractCatalog.TrainRound.WriteInput(Valid).Json.Span)!;
        edit(json["parameter"]!.AsArray());
        return Parse(json.ToJsonString());
    }

    private static OutcomeIssue Single(Resource parameters)
        => Assert.Single(Assert.Throws<OperationProblem>(() => ContractCatalog.TrainRound.ReadInput(parameters)).Issues);

    private static Resource Parse(string json) => Resource.Parse(Encoding.UTF8.GetBytes(json));
}
