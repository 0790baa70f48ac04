using FsCheck;
using FsCheck.Fluent;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.Resources;

public sealed class ParametersTests
{
    [Fact]
    public void GivenValuesPartsAndResources_WhenWrittenAndRead_ThenTheSame()
    {
        var list = ParameterList.Read(new ParametersBuilder()
            .Add("round", 3)
            .Add("plan", "p-1")
            .Add("absent", (string?)null)
            .Add("dry", true)
            .Add("loss", 0.1)
            .Add("rows", FhirValue.Integer64(9_007_199_254_740_993))
            .Add("since", FhirValue.Instant(DateTimeOffset.UnixEpoch))
            .Add("exact", 1.50m)
            .Add("weights", FhirValue.Base64([1, 2, 3, 255]))
            .Add("model", FhirValue.Reference("Library/1"))
            .Add("strategy", FhirValue.Coding(new FhirCoding("http://s", "fedavg")))
            .Add("body", Sample.Of("""{"resourceType":"Patient"}"""))
            .Add("metric", metric => metric.Add("name", "c-index").Add("value", 0.74))
            .Add("metric", metric => metric.Add("name", "loss"))
            .Build());

        Assert.Equal(3, list.Required("round").AsInteger());
        Assert.Equal("p-1", list.Required("plan").AsString());
        Assert.Null(list.Optional("absent"));
        Assert.True(list.Required("dry").AsBoolean());
        Assert.Equal(0.1, list.Required("loss").AsDouble());
        Assert.Equal(9_007_199_254_740_993, list.Required("rows").AsInteger64());
        Assert.Equal(DateTimeOffset.UnixEpoch, list.Required("since").AsDate().Low);
        Assert.Equal("1.50", list.Required("exact").Value!.Json.GetRawText());
        Assert.Equal([1, 2, 3, 255], list.Required("weights").AsBytes());
        Assert.Equal("Library/1", list.Required("model").AsReference());
        Assert.Equal("fedavg", list.Required("strategy").AsCoding().Code);
        Assert.Equal("Patient", list.Required("body").AsResource().ResourceType);
        Assert.Equal(["c-index", "loss"], list.All("metric").Select(metric => metric.Parts.Required("name").AsString()));
    }

    [Fact]
    public void GivenAnyFiniteDouble_WhenWrittenAndRead_ThenTheSameBits()
        => Prop.ForAll<NormalFloat>(number => ParameterList.Read(new ParametersBuilder().Add("x", number.Get).Build()).Required("x").AsDouble().Equals(number.Get)).QuickCheckThrowOnFailure();

    [Fact]
    public void GivenAnyBytes_WhenWrittenAndRead_ThenTheSame()
        => Prop.ForAll<byte[]>(bytes => ParameterList.Read(new ParametersBuilder().Add("x", FhirValue.Base64(bytes)).Build()).Required("x").AsBytes().SequenceEqual(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void GivenMissingParameter_WhenRequired_ThenTheProblemNamesIt()
        => AssertProblem(list => list.Required("y"), IssueCode.Required, "Parameters.parameter.where(name='y')");

    [Fact]
    public void GivenRepeatedParameter_WhenOneIsAsked_ThenInvalid()
        => AssertProblem(list => list.Optional("twice"), IssueCode.Invalid, "Parameters.parameter.where(name='twice')");

    [Fact]
    public void GivenNestedValueOfAnotherType_WhenRead_ThenTheProblemNamesThePart()
        => AssertProblem(list => list.Required("outer").Parts.Required("x").AsInteger(), IssueCode.Invalid, "Parameters.parameter.where(name='outer').part.where(name='x')");

    [Fact]
    public void GivenFractionWhereAnIntegerBelongs_WhenRead_ThenInvalid()
        => AssertProblem(list => list.Required("half").AsInteger(), IssueCode.Invalid, "Parameters.parameter.where(name='half')");

    [Fact]
    public void GivenNameWithAQuote_WhenRequired_ThenTheExpressionEscapesIt()
        => AssertProblem(list => list.Required("o'x"), IssueCode.Required, @"Parameters.parameter.where(name='o\'x')");

    [Fact]
    public void GivenFractionWhereAnInteger64Belongs_WhenRead_ThenInvalid()
        => AssertProblem(list => list.Required("half").AsInteger64(), IssueCode.Invalid, "Parameters.parameter.where(name='half')");

    [Fact]
    public void GivenUnknownParameter_WhenOnlyOthersAreAllowed_ThenInvalid()
        => AssertProblem(list => list.AllowOnly("twice", "outer"), IssueCode.Invalid, "Parameters.parameter.where(name='half')");

    private static void AssertProblem(Action<ParameterList> act, string code, string expression)
    {
        var list = ParameterList.Read(new ParametersBuilder().Add("twice", 1).Add("twice", 2).Add("half", 0.5).Add("outer", outer => outer.Add("x", "text")).Build());
        var issue = Assert.Throws<OperationProblem>(() => act(list)).Issues[0];
        Assert.Equal((code, expression), (issue.Code, issue.Expression));
    }
}
