using System.Text;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Patching;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.Patching;

/// <summary>What appendix A of RFC 6902 leaves out.</summary>
public sealed class JsonPatchTests
{
    private const string Patient = """{"resourceType":"Patient","id":"p","name":[{"family":"A"}],"extension":[{"url":"x","valueDecimal":1.500}]}""";

    private static string Apply(string patch) => Encoding.UTF8.GetString(JsonPatch.Parse(Encoding.UTF8.GetBytes(patch)).Apply(Resource.Parse(Encoding.UTF8.GetBytes(Patient))).Json.Span);

    [Fact]
    public void GivenCopyAndMove_WhenApplied_ThenTheRestKeepsItsDigits() => Assert.Equal(
        """{"resourceType":"Patient","id":"p","name":[{"family":"A"},{"text":"A"}],"extension":[{"url":"x","valueDecimal":1.500}]}""",
        Apply("""[{"op":"copy","from":"/name/0","path":"/name/-"},{"op":"move","from":"/name/1/family","path":"/name/1/text"}]"""));

    [Fact]
    public void GivenATestOfANumber_WhenWrittenOtherwise_ThenTheValueCounts()
        => Assert.Equal(Patient, Apply("""[{"op":"test","path":"/extension/0/valueDecimal","value":1.5}]"""));

    [Theory]
    [InlineData("""{"op":"add"}""", ProblemKind.Invalid)]
    [InlineData("""[1]""", ProblemKind.Invalid)]
    [InlineData("""[{"op":"put","path":"/a","value":1}]""", ProblemKind.Invalid)]
    [InlineData("""[{"op":"add","path":"/a"}]""", ProblemKind.Invalid)]
    [InlineData("""[{"op":"add","path":"a","value":1}]""", ProblemKind.Invalid)]
    [InlineData("""[{"op":"add","path":"/~2","value":1}]""", ProblemKind.Invalid)]
    [InlineData("""[{"op":"move","path":"/a"}]""", ProblemKind.Invalid)]
    [InlineData("""[{"op":"remove","path":"/birthDate"}]""", ProblemKind.Unprocessable)]
    [InlineData("""[{"op":"add","path":"/name/01","value":{}}]""", ProblemKind.Unprocessable)]
    [InlineData("""[{"op":"add","path":"/name/2","value":{}}]""", ProblemKind.Unprocessable)]
    [InlineData("""[{"op":"move","from":"/name","path":"/name/0/x"}]""", ProblemKind.Unprocessable)]
    [InlineData("""[{"op":"replace","path":"/id","value":"q"}]""", ProblemKind.Unprocessable)]
    [InlineData("""[{"op":"replace","path":"/resourceType","value":"Group"}]""", ProblemKind.Unprocessable)]
    [InlineData("""[{"op":"remove","path":""}]""", ProblemKind.Invalid)]
    public void GivenAFaultyPatch_WhenApplied_ThenItIsRefused(string patch, ProblemKind kind)
        => Assert.Equal(kind, Assert.Throws<OperationProblem>(() => Apply(patch)).Kind);

    [Fact]
    public void GivenCopiesOfCopies_WhenApplied_ThenTheyAreBounded()
    {
        var doubling = string.Join(',', Enumerable.Range(0, 40).Select(_ => """{"op":"copy","from":"/name","path":"/name/-"}"""));
        Assert.Contains(Assert.Throws<OperationProblem>(() => Apply($"[{doubling}]")).Kind, new[] { ProblemKind.TooLarge, ProblemKind.Invalid });
    }

    [Fact]
    public void GivenAddsBelowAdds_WhenApplied_ThenTheirDepthIsBounded()
    {
        var path = new StringBuilder("/name/0");
        var deeper = string.Join(',', Enumerable.Range(0, 400).Select(_ => $$$"""{"op":"add","path":"{{{path.Append("/x")}}}","value":{}}"""));
        Assert.Contains("deep", Assert.Throws<OperationProblem>(() => Apply($"[{deeper}]")).Message);
    }
}
