using System.Net;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Operations;

public sealed class ValidateTests
{
    private const string Haemoglobin = """
        {"resourceType":"Observation","status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
         "code":{"coding":[{"system":"http://loinc.org","code":"718-7"}]},"subject":{"reference":"Patient/1"},"valueQuantity":{"value":9.5,"unit":"g/dL","system":"http://unitsofmeasure.org","code":"g/dL"}}
        """;

    private const string Short = """
        {"resourceType":"StructureDefinition","id":"short","url":"urn:profile:short","name":"Short","status":"active","kind":"resource","abstract":false,"type":"Patient",
         "baseDefinition":"http://hl7.org/fhir/StructureDefinition/Patient","derivation":"constraint",
         "differential":{"element":[{"id":"Patient","path":"Patient"},{"id":"Patient.name","path":"Patient.name","min":1},{"id":"Patient.name.family","path":"Patient.name.family","maxLength":5}]}}
        """;

    [Fact]
    public async Task GivenAResource_WhenValidated_ThenAnOutcomeAndNothingIsStored()
    {
        await using var node = await TestNode.StartAsync();
        Assert.Equal("information", Severity(await node.PostAsync("Observation/$validate", Haemoglobin)));
        Assert.Equal("error", Severity(await node.PostAsync("Observation/$validate", Haemoglobin.Replace("final", "finished", StringComparison.Ordinal))));
        Assert.Equal("obs-7", (await node.PostAsync("Observation/$validate", Haemoglobin.Replace("\"subject\"", "\"component\":[{\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"718-7\"}]},\"valueString\":\"x\"}],\"subject\"", StringComparison.Ordinal))).Diagnostics.Split(':')[0]);
        Assert.Equal(0, (await node.GetAsync("Observation?_summary=count")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task GivenAGuidesProfile_WhenAskedFor_ThenItIsApplied()
    {
        await using var node = await TestNode.StartAsync();
        const string Profile = "Observation/$validate?profile=https://genomed.example/fhir/mds/StructureDefinition/mds-HB";
        Assert.Equal("information", Severity(await node.PostAsync(Profile, Haemoglobin)));
        Assert.Contains("g/dL", (await node.PostAsync(Profile, Haemoglobin.Replace("\"code\":\"g/dL\"", "\"code\":\"g/L\"", StringComparison.Ordinal))).ShouldBe(HttpStatusCode.OK).Diagnostics);
        Assert.Contains("not known", (await node.PostAsync("Observation/$validate?profile=urn:none", Haemoglobin)).ShouldBe(HttpStatusCode.OK).Diagnostics);
    }

    [Fact]
    public async Task GivenTheGuidesProfiles_WhenTheNodeIsAskedForItsCapabilities_ThenTheyAreNamedByType()
    {
        await using var node = await TestNode.StartAsync();
        var group = (await node.GetAsync("metadata")).Json.GetProperty("rest")[0].GetProperty("resource").EnumerateArray().Single(type => type.GetProperty("type").GetString() == "Group");
        Assert.Equal(["https://genomed.example/fhir/common/StructureDefinition/genomed-cohort"], group.GetProperty("supportedProfile").EnumerateArray().Select(url => url.GetString()));
    }

    [Fact]
    public async Task GivenAStoredProfile_WhenAResourceClaimsIt_ThenWritesFollowItAtOnce()
    {
        await using var node = await TestNode.StartAsync();
        (await node.PutAsync("StructureDefinition/short", Short)).ShouldBe(HttpStatusCode.Created);
        const string Claims = """{"resourceType":"Patient","id":"p","meta":{"profile":["urn:profile:short"]},"name":[{"family":"Longer"}]}""";
        Assert.Equal("Patient.name[0].family", (await node.PutAsync("Patient/p", Claims)).ShouldBe(HttpStatusCode.UnprocessableEntity).Expression);
        (await node.PutAsync("Patient/p", Claims.Replace("Longer", "Short", StringComparison.Ordinal))).ShouldBe(HttpStatusCode.Created);
        Assert.Equal("information", Severity(await node.GetAsync("Patient/p/$validate")));
        Assert.Equal("information", Severity(await node.GetAsync("Patient/p/$validate?mode=delete")));
        (await node.PutAsync("Patient/q", Claims.Replace("\"p\"", "\"q\"", StringComparison.Ordinal).Replace("urn:profile:short", "urn:profile:none", StringComparison.Ordinal))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task GivenAWrongRequest_WhenValidated_ThenItSaysWhatIsMissing()
    {
        await using var node = await TestNode.StartAsync();
        (await node.PostAsync("Patient/$validate", Haemoglobin)).ShouldBe(HttpStatusCode.BadRequest);
        (await node.PostAsync("Patient/$validate?mode=perhaps", """{"resourceType":"Patient"}""")).ShouldBe(HttpStatusCode.BadRequest);
        (await node.GetAsync("Patient/$validate")).ShouldBe(HttpStatusCode.BadRequest);
        (await node.GetAsync("Patient/none/$validate")).ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Severity(Answer answer) => answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("issue")[0].GetProperty("severity").GetString()!;
}
