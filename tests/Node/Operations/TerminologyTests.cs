using System.Net;
using System.Text.Json;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Operations;

public sealed class TerminologyTests
{
    private const string Gender = "http://hl7.org/fhir/administrative-gender";
    private const string Animals = """
        {"resourceType":"CodeSystem","id":"animals","url":"urn:animals","status":"active","content":"complete","hierarchyMeaning":"is-a","concept":[
          {"code":"dog","display":"Dog","designation":[{"language":"de","value":"Hund"}],"concept":[{"code":"poodle","display":"Poodle"}]},{"code":"bird","display":"Bird"}]}
        """;

    private const string Dogs = """
        {"resourceType":"ValueSet","id":"dogs","url":"urn:vs:dogs","status":"active","compose":{"include":[{"system":"urn:animals","filter":[{"property":"concept","op":"is-a","value":"dog"}]}]}}
        """;

    [Fact]
    public async Task GivenACodeOfR5_WhenLookedUpByGet_ThenItsDisplay()
    {
        await using var node = await TestNode.StartAsync();
        var answer = (await node.GetAsync($"CodeSystem/$lookup?system={Gender}&code=male")).ShouldBe(HttpStatusCode.OK);
        Assert.Equal("Male", Value(answer, "display", "valueString"));
        Assert.Equal("not-found", (await node.GetAsync($"CodeSystem/$lookup?system={Gender}&code=man")).ShouldBe(HttpStatusCode.NotFound).IssueCode);
    }

    [Fact]
    public async Task GivenACodeThatAGuideUses_WhenLookedUp_ThenItsDisplay_AndOthersOfLoincAreNotKnown()
    {
        await using var node = await TestNode.StartAsync();
        var answer = (await node.GetAsync("CodeSystem/$lookup?system=http://loinc.org&code=718-7")).ShouldBe(HttpStatusCode.OK);
        Assert.StartsWith("Hemoglobin", Value(answer, "display", "valueString"), StringComparison.Ordinal);
        Assert.Contains("guides use", (await node.GetAsync("CodeSystem/$lookup?system=http://loinc.org&code=1-8")).ShouldBe(HttpStatusCode.NotFound).Diagnostics);
    }

    [Fact]
    public async Task GivenAStoredCodeSystemAndValueSet_WhenExpanded_ThenTheirCodes_AndAChangeIsSeenAtOnce()
    {
        await using var node = await TestNode.StartAsync();
        (await node.PutAsync("CodeSystem/animals", Animals)).ShouldBe(HttpStatusCode.Created);
        (await node.PutAsync("ValueSet/dogs", Dogs)).ShouldBe(HttpStatusCode.Created);
        Assert.Equal(["dog", "poodle"], Codes(await node.GetAsync("ValueSet/$expand?url=urn:vs:dogs")));
        Assert.Equal(["dog", "poodle"], Codes(await node.GetAsync("ValueSet/dogs/$expand")));

        (await node.PutAsync("ValueSet/dogs", Dogs.Replace("is-a", "descendent-of", StringComparison.Ordinal))).ShouldBe(HttpStatusCode.OK);
        Assert.Equal(["poodle"], Codes(await node.GetAsync("ValueSet/$expand?url=urn:vs:dogs")));
    }

    [Fact]
    public async Task GivenAnExpansion_WhenFilteredAndPaged_ThenThatPartWithTheTotal()
    {
        await using var node = await TestNode.StartAsync();
        var all = await node.GetAsync("ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/observation-status");
        var page = await node.GetAsync("ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/observation-status&offset=2&count=3");
        Assert.Equal(Codes(all).Skip(2).Take(3), Codes(page));
        Assert.Equal(Codes(all).Count, page.Json.GetProperty("expansion").GetProperty("total").GetInt32());
        Assert.Equal(["entered-in-error"], Codes(await node.GetAsync("ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/observation-status&filter=error")));
        Assert.Equal(["female", "male"], Codes(await node.PostAsync("ValueSet/$expand", $$$"""
            {"resourceType":"Parameters","parameter":[{"name":"filter","valueString":"MALE"},{"name":"valueSet","resource":{"resourceType":"ValueSet","status":"draft","compose":{"include":[{"system":"{{{Gender}}}"}] } } }]}
            """)).Order());
    }

    [Fact]
    public async Task GivenAllOfLoinc_WhenExpanded_ThenUnprocessableAndSaysWhy()
    {
        await using var node = await TestNode.StartAsync();
        var answer = await node.GetAsync("ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/observation-codes");
        Assert.Contains("http://loinc.org", answer.ShouldBe(HttpStatusCode.UnprocessableEntity).Diagnostics);
        (await node.GetAsync("ValueSet/$expand?url=urn:none")).ShouldBe(HttpStatusCode.NotFound);
        (await node.GetAsync("ValueSet/$expand?url=urn:none&nonsense=1")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("url=http://hl7.org/fhir/ValueSet/administrative-gender&system=http://hl7.org/fhir/administrative-gender&code=male", true)]
    [InlineData("url=http://hl7.org/fhir/ValueSet/administrative-gender&system=http://hl7.org/fhir/administrative-gender&code=m", false)]
    [InlineData("url=http://hl7.org/fhir/ValueSet/administrative-gender&system=http://hl7.org/fhir/administrative-gender&code=male&display=Female", false)]
    [InlineData("url=http://hl7.org/fhir/ValueSet/administrative-gender&code=male", true)]
    [InlineData("url=https://genomed.example/fhir/mds/ValueSet/mds-CYTO-IPSSR-values&system=https://genomed.example/fhir/mds/CodeSystem/terms&code=CYTO_IPSSR.Good", true)]
    public async Task GivenACode_WhenValidated_ThenWhetherItIsInTheSet(string query, bool expected)
    {
        await using var node = await TestNode.StartAsync();
        var answer = (await node.GetAsync("ValueSet/$validate-code?" + query)).ShouldBe(HttpStatusCode.OK);
        Assert.Equal(expected, Parameter(answer, "result").GetProperty("valueBoolean").GetBoolean());
    }

    [Fact]
    public async Task GivenACodeSystem_WhenACodeIsValidatedOrCompared_ThenItAnswers()
    {
        await using var node = await TestNode.StartAsync();
        (await node.PutAsync("CodeSystem/animals", Animals)).ShouldBe(HttpStatusCode.Created);
        Assert.True(Parameter(await node.GetAsync("CodeSystem/animals/$validate-code?code=bird"), "result").GetProperty("valueBoolean").GetBoolean());
        Assert.False(Parameter(await node.GetAsync("CodeSystem/$validate-code?url=urn:animals&code=cat"), "result").GetProperty("valueBoolean").GetBoolean());
        Assert.Equal("subsumes", Value(await node.GetAsync("CodeSystem/$subsumes?system=urn:animals&codeA=dog&codeB=poodle"), "outcome", "valueCode"));
        Assert.Equal("subsumed-by", Value(await node.GetAsync("CodeSystem/animals/$subsumes?codeA=poodle&codeB=dog"), "outcome", "valueCode"));
        Assert.Equal("not-subsumed", Value(await node.GetAsync("CodeSystem/$subsumes?system=urn:animals&codeA=dog&codeB=bird"), "outcome", "valueCode"));
        Assert.Equal("Hund", Value(await node.GetAsync("CodeSystem/$lookup?system=urn:animals&code=dog&displayLanguage=de"), "display", "valueString"));
    }

    private static List<string> Codes(Answer answer)
        => [.. answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("expansion").GetProperty("contains").EnumerateArray().Select(one => one.GetProperty("code").GetString()!)];

    private static JsonElement Parameter(Answer answer, string name)
        => answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("parameter").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);

    private static string Value(Answer answer, string name, string type) => Parameter(answer, name).GetProperty(type).GetString()!;
}
