using System.Net;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Bulk;

public sealed class R4BodyTests
{
    private const string R4 = "application/fhir+json; fhirVersion=4.0";

    [Fact]
    public async Task GivenAnR4Transaction_WhenPosted_ThenItsResourcesAreR5AndTheAnswerTellsWhatHadNoPlace()
    {
        await using var node = await TestNode.StartAsync();
        const string bundle = """
            {"resourceType":"Bundle","type":"transaction","entry":[
             {"resource":{"resourceType":"Procedure","status":"completed","subject":{"reference":"Patient/p"},"performedDateTime":"2020"},"request":{"method":"PUT","url":"Procedure?identifier=none"}},
             {"resource":{"resourceType":"MedicationStatement","id":"m","status":"not-taken","medicationCodeableConcept":{"text":"x"},"subject":{"reference":"Patient/p"}},"request":{"method":"PUT","url":"MedicationStatement/m"}}]}
            """;
        var answer = (await node.SendAsync("POST", "", bundle, R4)).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal("MedicationStatement.status", answer.GetProperty("issues").GetProperty("issue")[0].GetProperty("expression")[0].GetString());
        var statement = (await node.GetAsync("MedicationStatement/m")).Json;
        Assert.Equal(("recorded", "x"), (statement.GetProperty("status").GetString(), statement.GetProperty("medication").GetProperty("concept").GetProperty("text").GetString()));
        Assert.Equal("2020", (await node.GetAsync("Procedure")).Json.GetProperty("entry")[0].GetProperty("resource").GetProperty("occurrenceDateTime").GetString());
    }

    [Theory]
    [InlineData("POST", "MedicationStatement", "return=OperationOutcome", true)]
    [InlineData("PUT", "MedicationStatement/m", "return=OperationOutcome", true)]
    [InlineData("POST", "MedicationStatement/$validate", null, true)]
    [InlineData("POST", "MedicationStatement?_pretty=true", "return=OperationOutcome", true)]
    [InlineData("POST", "MedicationStatement", null, false)]
    public async Task GivenAnR4BodyWithWhatR5HasNoPlaceFor_WhenAnOutcomeIsAskedFor_ThenItTellsSo(string method, string path, string? prefer, bool tells)
    {
        await using var node = await TestNode.StartAsync();
        const string statement = """{"resourceType":"MedicationStatement","id":"m","status":"not-taken","medicationCodeableConcept":{"text":"x"},"subject":{"reference":"Patient/p"}}""";
        var answer = await node.SendAsync(method, path, statement, R4, prefer is null ? [] : [("Prefer", prefer)]);
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, answer.Text);
        var places = answer.Json.TryGetProperty("issue", out var issues)
            ? issues.EnumerateArray().Where(issue => issue.TryGetProperty("expression", out _)).Select(issue => issue.GetProperty("expression")[0].GetString()).ToList()
            : [];
        Assert.Equal(tells, places.Contains("MedicationStatement.status"));
    }

    [Theory]
    [InlineData("application/fhir+json; fhirVersion=4.0", HttpStatusCode.Created)]
    [InlineData("application/fhir+json; fhirVersion=5.0", HttpStatusCode.UnprocessableEntity)]
    [InlineData("application/fhir+json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("application/fhir+json; fhirVersion=3.0", HttpStatusCode.UnsupportedMediaType)]
    public async Task GivenAGroupAsR4HasIt_WhenCreated_ThenTheVersionOfTheMediaTypeDecides(string contentType, HttpStatusCode status)
    {
        await using var node = await TestNode.StartAsync();
        (await node.SendAsync("POST", "Group", """{"resourceType":"Group","type":"person","actual":true}""", contentType)).ShouldBe(status);
    }
}
