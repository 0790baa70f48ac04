using System.Text;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Patching;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.Patching;

/// <summary>What the official cases leave out: choices, primitives with extensions, lists of primitives, wrong patches.</summary>
public sealed class FhirPathPatchTests
{
    private const string Named = """{"resourceType":"Patient","name":[{"given":["A","B"],"_given":[null,{"id":"b"}]}]}""";

    private static string Operation(string type, string path, string rest = "")
        => $$"""{"name":"operation","part":[{"name":"type","valueCode":"{{type}}"},{"name":"path","valueString":"{{path}}"}{{(rest.Length > 0 ? "," + rest : "")}}]}""";

    private static string Apply(string resource, params string[] operations)
        => Encoding.UTF8.GetString(FhirPathPatch.Read(Parse($$"""{"resourceType":"Parameters","parameter":[{{string.Join(',', operations)}}]}""")).Apply(Parse(resource)).Json.Span);

    private static Resource Parse(string json) => Resource.Parse(Encoding.UTF8.GetBytes(json));

    private static OperationProblem Refused(string resource, params string[] operations) => Assert.Throws<OperationProblem>(() => Apply(resource, operations));

    [Fact]
    public void GivenAChoice_WhenReplacedByAnotherType_ThenThePropertyChangesItsName()
        => Assert.Equal(
            """{"resourceType":"Observation","valueString":"many"}""",
            Apply("""{"resourceType":"Observation","valueInteger":1}""", Operation("replace", "Observation.value", """{"name":"value","valueString":"many"}""")));

    [Fact]
    public void GivenAPrimitive_WhenAnExtensionIsAdded_ThenItStandsBesideIt()
        => Assert.Equal(
            """{"resourceType":"Patient","birthDate":"1970","_birthDate":{"extension":[{"url":"http://x","valueCode":"y"}]}}""",
            Apply("""{"resourceType":"Patient","birthDate":"1970"}""", Operation("add", "Patient.birthDate", """{"name":"name","valueString":"extension"},{"name":"value","valueExtension":{"url":"http://x","valueCode":"y"}}""")));

    [Fact]
    public void GivenAnExtensionOfAPrimitive_WhenDeleted_ThenTheEmptyObjectGoesToo()
        => Assert.Equal(
            """{"resourceType":"Patient","birthDate":"1970"}""",
            Apply("""{"resourceType":"Patient","birthDate":"1970","_birthDate":{"extension":[{"url":"http://x","valueCode":"y"}]}}""", Operation("delete", "Patient.birthDate.extension")));

    [Fact]
    public void GivenAListOfPrimitives_WhenOneIsInsertedOrMoved_ThenWhatStandsBesideThemMovesToo()
    {
        Assert.Equal(
            """{"resourceType":"Patient","name":[{"given":["A","C","B"],"_given":[null,null,{"id":"b"}]}]}""",
            Apply(Named, Operation("insert", "Patient.name.given", """{"name":"index","valueInteger":1},{"name":"value","valueString":"C"}""")));
        Assert.Equal(
            """{"resourceType":"Patient","name":[{"given":["B","A"],"_given":[{"id":"b"},null]}]}""",
            Apply(Named, Operation("move", "Patient.name.given", """{"name":"source","valueInteger":1},{"name":"destination","valueInteger":0}""")));
        Assert.Equal("""{"resourceType":"Patient","name":[{"given":["A"]}]}""", Apply(Named, Operation("delete", "Patient.name.given[1]")));
    }

    [Fact]
    public void GivenNumbersAndEscapes_WhenSomethingElseChanges_ThenTheyKeepTheirDigits()
        => Assert.Equal(
            """{"resourceType":"Observation","valueQuantity":{"value":1.500},"status":"final"}""",
            Apply("""{"resourceType":"Observation","valueQuantity":{"value":1.500}}""", Operation("add", "Observation", """{"name":"name","valueString":"status"},{"name":"value","valueCode":"final"}""")));

    [Theory]
    [InlineData("add", "Patient", """{"name":"name","valueString":"colour"},{"name":"value","valueString":"x"}""")]
    [InlineData("add", "Patient.name.given", """{"name":"name","valueString":"id"},{"name":"value","valueString":"x"}""")]
    [InlineData("add", "Patient", """{"name":"name","valueString":"deceased"},{"name":"value","valueString":"x"}""")]
    [InlineData("replace", "Patient.birthDate", """{"name":"value","valueString":"x"}""")]
    [InlineData("replace", "Patient.name.given", """{"name":"value","valueString":"x"}""")]
    [InlineData("replace", "Patient.name.count()", """{"name":"value","valueInteger":2}""")]
    [InlineData("delete", "Patient.name.given", "")]
    [InlineData("insert", "Patient.name.given", """{"name":"index","valueInteger":3},{"name":"value","valueString":"x"}""")]
    [InlineData("move", "Patient.name.given", """{"name":"source","valueInteger":2},{"name":"destination","valueInteger":0}""")]
    [InlineData("replace", "'a' + ", """{"name":"value","valueString":"x"}""")]
    [InlineData("rename", "Patient", "")]
    [InlineData("add", "Patient", "")]
    public void GivenAPatchThatDoesNotFit_WhenApplied_ThenItIsRefused(string type, string path, string rest)
        => Assert.Contains(Refused(Named, Operation(type, path, rest)).Kind, new[] { ProblemKind.Unprocessable, ProblemKind.Invalid });

    [Fact]
    public void GivenAnElementThatIsThere_WhenAddedAgain_ThenItIsRefused()
        => Assert.Contains("replace it", Refused("""{"resourceType":"Patient","deceasedBoolean":true}""", Operation("add", "Patient", """{"name":"name","valueString":"deceased"},{"name":"value","valueDateTime":"2020"}""")).Message);

    [Fact]
    public void GivenItsId_WhenReplaced_ThenItIsRefused()
        => Assert.Contains("id", Refused("""{"resourceType":"Patient","id":"a"}""", Operation("replace", "Patient.id", """{"name":"value","valueId":"b"}""")).Message);
}
