using System.Net;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Interactions;

public sealed class WriteInteractionTests : IAsyncLifetime
{
    private const string Ada = """{"resourceType":"Patient","name":[{"family":"Ada"}]}""";
    private TestNode _node = null!;

    public async ValueTask InitializeAsync() => _node = await TestNode.StartAsync();

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Fact]
    public async Task GivenPatient_WhenCreated_ThenItHasIdVersionAndLocationAndReadsBack()
    {
        var created = (await _node.PostAsync("Patient", Ada)).ShouldBe(HttpStatusCode.Created);
        Assert.Equal("W/\"1\"", created.Headers["ETag"]);
        Assert.Equal($"{_node.Base}Patient/{created.Id}/_history/1", created.Headers["Location"]);
        Assert.StartsWith("application/fhir+json", created.Headers["Content-Type"]);

        var read = (await _node.GetAsync($"Patient/{created.Id}")).ShouldBe(HttpStatusCode.OK);
        Assert.Equal("Ada", read.Json.GetProperty("name")[0].GetProperty("family").GetString());
        Assert.Equal("1", read.Json.GetProperty("meta").GetProperty("versionId").GetString());
        Assert.True(read.Headers.ContainsKey("Last-Modified"));
    }

    [Fact]
    public async Task GivenNoSuchId_WhenUpdated_ThenItIsCreatedUnderThatId()
    {
        (await _node.PutAsync("Patient/mine", """{"resourceType":"Patient","id":"mine"}""")).ShouldBe(HttpStatusCode.Created);
        (await _node.PutAsync("Patient/mine", """{"resourceType":"Patient","id":"mine","active":true}""")).ShouldBe(HttpStatusCode.OK);
        (await _node.GetAsync("Patient/mine/_history/1")).ShouldBe(HttpStatusCode.OK);
        Assert.Equal("W/\"2\"", (await _node.GetAsync("Patient/mine")).Headers["ETag"]);
    }

    [Fact]
    public async Task GivenSameContent_WhenUpdatedAgain_ThenNoNewVersion()
    {
        const string body = """{"resourceType":"Patient","id":"same","active":true}""";
        await _node.PutAsync("Patient/same", body);
        var again = (await _node.PutAsync("Patient/same", body)).ShouldBe(HttpStatusCode.OK);
        Assert.Equal("W/\"1\"", again.Headers["ETag"]);
    }

    [Fact]
    public async Task GivenStaleIfMatch_WhenUpdated_ThenPreconditionFailed()
    {
        await _node.PutAsync("Patient/v", """{"resourceType":"Patient","id":"v"}""");
        await _node.PutAsync("Patient/v", """{"resourceType":"Patient","id":"v","active":true}""");
        var stale = await _node.PutAsync("Patient/v", """{"resourceType":"Patient","id":"v","active":false}""", ("If-Match", "W/\"1\""));
        stale.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await _node.PutAsync("Patient/v", """{"resourceType":"Patient","id":"v","active":false}""", ("If-Match", "W/\"2\""))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GivenIfNoneMatchAny_WhenUpdated_ThenOnlyWhatIsNotThereIsWritten()
    {
        const string body = """{"resourceType":"Patient","id":"once"}""";
        (await _node.PutAsync("Patient/once", body, ("If-None-Match", "*"))).ShouldBe(HttpStatusCode.Created);
        (await _node.PutAsync("Patient/once", body, ("If-None-Match", "*"))).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await _node.PutAsync("Patient/once", body, ("If-None-Match", "W/\"7\""))).ShouldBe(HttpStatusCode.BadRequest);
        (await _node.PutAsync("Patient/once", body)).ShouldBe(HttpStatusCode.OK);
        (await _node.SendAsync("DELETE", "Patient/once")).ShouldBe(HttpStatusCode.NoContent);
        (await _node.PutAsync("Patient/once", body, ("If-None-Match", "*"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GivenIfNoneMatchAnyInATransaction_WhenTheResourceIsThere_ThenTheEntryIsNamedAndNothingIsWritten()
    {
        await _node.PutAsync("Patient/there", """{"resourceType":"Patient","id":"there"}""");
        const string bundle = """
            {"resourceType":"Bundle","type":"transaction","entry":[
              {"resource":{"resourceType":"Patient","id":"fresh"},"request":{"method":"PUT","url":"Patient/fresh","ifNoneMatch":"*"}},
              {"resource":{"resourceType":"Patient","id":"there","active":true},"request":{"method":"PUT","url":"Patient/there","ifNoneMatch":"*"}}]}
            """;
        var answer = (await _node.PostAsync(string.Empty, bundle)).ShouldBe(HttpStatusCode.PreconditionFailed);
        Assert.Contains("entry[1]", answer.Text, StringComparison.Ordinal);
        (await _node.GetAsync("Patient/fresh")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task GivenSixteenWritersOfOneVersion_WhenUpdating_ThenOneWins()
    {
        await _node.PutAsync("Patient/race", """{"resourceType":"Patient","id":"race"}""");
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => _node.PutAsync(
            "Patient/race", $$"""{"resourceType":"Patient","id":"race","name":[{"family":"F{{writer}}"}]}""", ("If-Match", "W/\"1\""))));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(15, answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task GivenDeleted_WhenRead_ThenGoneAndItsHistoryStays()
    {
        await _node.PutAsync("Patient/d", """{"resourceType":"Patient","id":"d"}""");
        (await _node.SendAsync("DELETE", "Patient/d")).ShouldBe(HttpStatusCode.NoContent);
        Assert.Equal("deleted", (await _node.GetAsync("Patient/d")).ShouldBe(HttpStatusCode.Gone).IssueCode);
        (await _node.GetAsync("Patient/d/_history/1")).ShouldBe(HttpStatusCode.OK);
        (await _node.SendAsync("DELETE", "Patient/d")).ShouldBe(HttpStatusCode.NoContent);
        (await _node.SendAsync("DELETE", "Patient/never")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task GivenBodyOfAnotherTypeOrId_WhenUpdated_ThenInvalid()
    {
        (await _node.PutAsync("Patient/a", """{"resourceType":"Observation","id":"a"}""")).ShouldBe(HttpStatusCode.BadRequest);
        Assert.Equal("Patient.id", (await _node.PutAsync("Patient/a", """{"resourceType":"Patient","id":"b"}""")).ShouldBe(HttpStatusCode.BadRequest).Expression);
        (await _node.PutAsync("Patient/a", """{"resourceType":"Patient"}""")).ShouldBe(HttpStatusCode.BadRequest);
        (await _node.PutAsync("Patient/a_b", """{"resourceType":"Patient","id":"a_b"}""")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task GivenPreferReturn_WhenCreated_ThenBodyIsAsAsked()
    {
        Assert.Equal(string.Empty, (await _node.PostAsync("Patient", Ada, ("Prefer", "return=minimal"))).ShouldBe(HttpStatusCode.Created).Text);
        Assert.Equal("informational", (await _node.PostAsync("Patient", Ada, ("Prefer", "return=OperationOutcome"))).ShouldBe(HttpStatusCode.Created).IssueCode);
        Assert.Equal("Patient", (await _node.PostAsync("Patient", Ada, ("Prefer", "return=representation"))).Json.GetProperty("resourceType").GetString());
    }

    [Fact]
    public async Task GivenIfNoneExist_WhenTheSameIsCreatedTwiceAtOnce_ThenThereIsOne()
    {
        const string body = """{"resourceType":"Patient","identifier":[{"system":"urn:s","value":"7"}]}""";
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _node.PostAsync("Patient", body, ("If-None-Exist", "identifier=urn:s|7"))));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Single(answers.Select(answer => answer.Id).Distinct());
    }

    [Fact]
    public async Task GivenCondition_WhenUpdatedAndDeleted_ThenTheMatchIsMeant()
    {
        const string body = """{"resourceType":"Patient","identifier":[{"system":"urn:s","value":"8"}]}""";
        var created = (await _node.PutAsync("Patient?identifier=urn:s|8", body)).ShouldBe(HttpStatusCode.Created);
        var updated = (await _node.PutAsync("Patient?identifier=urn:s|8", body.Replace("}]}", "}],\"active\":true}"))).ShouldBe(HttpStatusCode.OK);
        Assert.Equal(created.Id, updated.Id);
        (await _node.SendAsync("DELETE", "Patient?identifier=urn:s|8")).ShouldBe(HttpStatusCode.NoContent);
        (await _node.GetAsync($"Patient/{created.Id}")).ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task GivenTwoMatches_WhenConditional_ThenMultipleMatches()
    {
        const string body = """{"resourceType":"Patient","identifier":[{"system":"urn:s","value":"9"}]}""";
        await _node.PostAsync("Patient", body);
        await _node.PostAsync("Patient", body);
        var refused = (await _node.PostAsync("Patient", body, ("If-None-Exist", "identifier=urn:s|9"))).ShouldBe(HttpStatusCode.PreconditionFailed);
        Assert.Equal("multiple-matches", refused.IssueCode);
        (await _node.PostAsync("Patient", body, ("If-None-Exist", "_count=1"))).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task GivenTaskOfAJob_WhenAClientWritesIt_ThenForbidden()
        => (await _node.PutAsync("Task/job-1", """{"resourceType":"Task","id":"job-1","status":"requested","intent":"order"}""")).ShouldBe(HttpStatusCode.Forbidden);
}
