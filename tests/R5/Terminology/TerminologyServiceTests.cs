using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.R5.Tests.Resources;

namespace GenoMed.Fhir.R5.Tests.Terminology;

public sealed class TerminologyServiceTests
{
    private const string Animals = """
        {"resourceType":"CodeSystem","url":"urn:animals","version":"1","content":"complete","valueSet":"urn:vs:animals","property":[{"code":"legs","type":"integer"}],
         "concept":[{"code":"animal","display":"Animal","concept":[
            {"code":"dog","display":"Dog","property":[{"code":"legs","valueInteger":4}],"concept":[{"code":"poodle","display":"Poodle","property":[{"code":"legs","valueInteger":4}]}]},
            {"code":"bird","display":"Bird","property":[{"code":"legs","valueInteger":2}]}]},
            {"code":"plant","display":"Plant"},
            {"code":"bat","display":"Bat","property":[{"code":"parent","valueCode":"animal"}]}]}
        """;

    public static TheoryData<string, string> Filters => new()
    {
        { """{"property":"concept","op":"is-a","value":"animal"}""", "animal,dog,poodle,bird,bat" },
        { """{"property":"concept","op":"descendent-of","value":"dog"}""", "poodle" },
        { """{"property":"concept","op":"is-not-a","value":"animal"}""", "plant" },
        { """{"property":"concept","op":"generalizes","value":"poodle"}""", "animal,dog,poodle" },
        { """{"property":"concept","op":"child-of","value":"animal"}""", "dog,bird,bat" },
        { """{"property":"concept","op":"descendent-leaf","value":"animal"}""", "poodle,bird,bat" },
        { """{"property":"legs","op":"=","value":"4"}""", "dog,poodle" },
        { """{"property":"legs","op":"in","value":"2, 3"}""", "bird" },
        { """{"property":"legs","op":"exists","value":"false"}""", "animal,plant,bat" },
        { """{"property":"code","op":"regex","value":"b.*"}""", "bird,bat" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void GivenAFilter_WhenExpanded_ThenItsConceptsRemain(string filter, string expected)
        => Assert.Equal(Codes(expected), Service($$"""{"include":[{"system":"urn:animals","filter":[{{filter}}]}]}""").Members("urn:vs").Select(key => key.Code).ToHashSet());

    [Fact]
    public void GivenIncludesAndExcludes_WhenExpanded_ThenTheExcludedAreGone()
    {
        var service = Service("""{"include":[{"system":"urn:animals"},{"system":"urn:other","concept":[{"code":"x"}]}],"exclude":[{"system":"urn:animals","filter":[{"property":"concept","op":"is-a","value":"dog"}]}]}""");

        Assert.Equal(Codes("animal,bird,plant,bat,x"), service.Members("urn:vs").Select(key => key.Code).ToHashSet());
        Assert.False(service.Contains("urn:vs", "urn:animals", "poodle"));
        Assert.True(service.Contains("urn:vs", "urn:other", "x"));
        Assert.True(service.Contains("urn:vs", system: null, "bat"));
    }

    [Fact]
    public void GivenALargeSystemThatIsNotHere_WhenAskedForACode_ThenItCannotBeTold_AndOtherSystemsAreOut()
    {
        var service = Service("""{"include":[{"system":"http://loinc.org"}]}""");

        Assert.Null(service.Contains("urn:vs", "http://loinc.org", "718-7"));
        Assert.False(service.Contains("urn:vs", "urn:animals", "dog"));
        Assert.Equal(ProblemKind.Unprocessable, Assert.Throws<OperationProblem>(() => service.Members("urn:vs")).Kind);
    }

    [Fact]
    public void GivenASetThatImportsItself_WhenExpanded_ThenTheCycleIsNamed()
        => Assert.Contains("imports itself", Assert.Throws<OperationProblem>(() => Service("""{"include":[{"valueSet":["urn:vs"]}]}""").Members("urn:vs")).Message);

    [Fact]
    public void GivenAHierarchy_WhenAskedBelowAndAbove_ThenTheCodeItselfBelongs()
    {
        var service = Service("{}");

        Assert.Equal(Codes("dog,poodle"), service.Below("urn:animals", "dog").Select(key => key.Code).ToHashSet());
        Assert.Equal(Codes("animal,dog,poodle"), service.Above(system: null, "poodle").Select(key => key.Code).ToHashSet());
        Assert.Contains("urn:animals", Assert.Throws<OperationProblem>(() => service.Below("urn:animals", "cat")).Message);
    }

    [Fact]
    public void GivenTheSystemsOwnValueSet_WhenExpanded_ThenItHasEveryCode() => Assert.Equal(6, Service("{}").Members("urn:vs:animals").Count);

    [Fact]
    public void GivenAnUnknownValueSet_WhenAsked_ThenNotFound()
        => Assert.Equal(ProblemKind.NotFound, Assert.Throws<OperationProblem>(() => TerminologyService.Official.Members("urn:none")).Kind);

    [Theory]
    [InlineData("http://hl7.org/fhir/ValueSet/administrative-gender", "http://hl7.org/fhir/administrative-gender", "male", true)]
    [InlineData("http://hl7.org/fhir/ValueSet/administrative-gender|5.0.0", "http://hl7.org/fhir/administrative-gender", "m", false)]
    [InlineData("http://hl7.org/fhir/ValueSet/condition-clinical", "http://terminology.hl7.org/CodeSystem/condition-clinical", "active", true)]
    public void GivenTheOfficialValueSets_WhenAsked_ThenTheyAnswer(string valueSet, string system, string code, bool expected)
        => Assert.Equal(expected, TerminologyService.Official.Contains(valueSet, system, code));

    [Fact]
    public void GivenTheRequiredBindings_WhenExpanded_ThenTheyEqualTheDefinitionTable()
    {
        var table = R5.Definitions.R5Definitions.Instance;
        var sets = OfficialCanonicals.Instance.Urls("ValueSet").Where(url => table.Codes(url) is not null).ToList();

        Assert.True(sets.Count > 250, $"{sets.Count}");
        Assert.All(sets, url => Assert.Equal(
            table.Codes(url)!.CodesBySystem.SelectMany(system => system.Value.Select(code => new ConceptKey(system.Key, code))).ToHashSet(),
            TerminologyService.Official.Members(url).ToHashSet()));
    }

    private static TerminologyService Service(string compose)
        => new(new CanonicalSet([Sample.Of(Animals), Sample.Of($$"""{"resourceType":"ValueSet","url":"urn:vs","compose":{{compose}}}""")]));

    private static HashSet<string> Codes(string list) => [.. list.Split(',')];
}
