using System.Net;
using System.Text.Json;
using GenoMed.Fhir.Node.Tests.Support;
using GenoMed.Fhir.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace GenoMed.Fhir.Node.Tests.Operations;

public sealed class OperationInteractionTests : IAsyncLifetime
{
    private TestNode _node = null!;

    public async ValueTask InitializeAsync() => _node = await TestNode.StartAsync(configure: services => services
        .AddSingleton<IOperation>(PlaceOperation.OnPatients)
        .AddSingleton<IOperation>(PlaceOperation.OnGroups)
        .AddSingleton<IOperation>(PlaceOperation.OnAll)
        .AddSingleton<IOperation, LinesOperation>());

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private static JsonElement Part(Answer answer, string name)
        => answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("parameter").EnumerateArray().Single(part => part.GetProperty("name").GetString() == name);

    private static string Text(Answer answer, string name) => Part(answer, name).GetProperty("valueString").GetString()!;

    private static JsonElement Input(Answer answer) => Part(answer, "input").GetProperty("resource");

    [Theory]
    [InlineData("Patient/$place", "Patient-place", "Patient")]
    [InlineData("Patient/1/$place", "Patient-place", "Patient/1")]
    [InlineData("Group/2/$place", "Group-place", "Group/2")]
    [InlineData("$anywhere", "anywhere", null)]
    [InlineData("Observation/$anywhere", "anywhere", "Observation")]
    [InlineData("Observation/o/$everywhere", "anywhere", "Observation/o")]
    public async Task GivenALevelOfTheDefinition_WhenCalled_ThenTheRightOperationKnowsItsTarget(string path, string operation, string? target)
    {
        var answer = await _node.GetAsync(path);
        Assert.Equal($"http://example.org/{operation}", Text(answer, "by"));
        Assert.Equal(target, answer.Json.GetProperty("parameter").EnumerateArray().Where(part => part.GetProperty("name").GetString() == "on").Select(part => part.GetProperty("valueString").GetString()).Single() is { Length: > 0 } on ? on : null);
        Assert.Equal(_node.Base + path, Text(answer, "url"));
    }

    [Theory]
    [InlineData("$place")]
    [InlineData("Group/$place")]
    [InlineData("Observation/1/$place")]
    [InlineData("Patient/$nowhere")]
    public async Task GivenAPlaceThatTheDefinitionDoesNotName_WhenCalled_ThenNotFoundSaysWhereItIs(string path)
        => Assert.Equal("not-found", (await _node.GetAsync(path)).ShouldBe(HttpStatusCode.NotFound).IssueCode);

    [Fact]
    public async Task GivenPrimitivesInTheQuery_WhenCalledByGet_ThenTheyAreTypedParameters()
    {
        var input = Input(await _node.GetAsync("Patient/$place?text=a%20b&count=3&flag=true&_format=json&_pretty=false"));
        Assert.Equal("""[{"name":"text","valueString":"a b"},{"name":"count","valueInteger":3},{"name":"flag","valueBoolean":true}]""", input.GetProperty("parameter").GetRawText());
    }

    [Theory]
    [InlineData("count=many", "count")]
    [InlineData("flag=1", "flag")]
    [InlineData("colour=red", "colour")]
    [InlineData("coding=a%7Cb", "coding")]
    public async Task GivenAValueThatDoesNotFit_WhenCalledByGet_ThenInvalidNamesIt(string query, string name)
        => Assert.Equal(name, (await _node.GetAsync("Patient/$place?" + query)).ShouldBe(HttpStatusCode.BadRequest).Expression);

    [Fact]
    public async Task GivenTheResourceItselfAsBody_WhenPosted_ThenItIsTheOneResourceParameter()
    {
        var input = Input(await _node.PostAsync("Patient/$place?text=x", """{"resourceType":"Patient","id":"p","multipleBirthInteger":2}"""));
        Assert.Equal("text", input.GetProperty("parameter")[0].GetProperty("name").GetString());
        Assert.Equal("""{"resourceType":"Patient","id":"p","multipleBirthInteger":2}""", input.GetProperty("parameter")[1].GetProperty("resource").GetRawText());
    }

    [Fact]
    public async Task GivenParametersAndAQuery_WhenPosted_ThenBothCount()
    {
        var input = Input(await _node.PostAsync("Patient/$place?count=1", """{"resourceType":"Parameters","parameter":[{"name":"coding","valueCoding":{"code":"c"}}]}"""));
        Assert.Equal("""[{"name":"coding","valueCoding":{"code":"c"}},{"name":"count","valueInteger":1}]""", input.GetProperty("parameter").GetRawText());
    }

    [Fact]
    public async Task GivenNoBody_WhenPosted_ThenThereAreNoParameters()
        => Assert.Equal("""{"resourceType":"Parameters"}""", Input(await _node.SendAsync("POST", "Patient/1/$place")).GetRawText());

    [Fact]
    public async Task GivenAResourceThatNoParameterTakes_WhenPosted_ThenInvalid()
        => (await _node.PostAsync("$echo", """{"resourceType":"Patient"}""")).ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task GivenAffectsState_WhenCalledByGet_ThenTheAllowHeaderSaysPost()
        => Assert.Equal("POST", (await _node.GetAsync("$lines")).ShouldBe(HttpStatusCode.MethodNotAllowed).Headers["Allow"]);

    [Fact]
    public async Task GivenAFile_WhenPosted_ThenTheOperationReadsItAndAnswersWithAFile()
    {
        var answer = (await _node.SendAsync("POST", "$lines", "{}\n{}\n{}\n", "application/fhir+ndjson; charset=utf-8")).ShouldBe(HttpStatusCode.OK);
        Assert.Equal("text/csv", answer.Headers["Content-Type"]);
        Assert.Equal("lines\r\n3\r\n", answer.Text);
    }

    [Fact]
    public async Task GivenAFileAndRespondAsync_WhenPolled_ThenTheFileWasKeptAndTheResultIsAFile()
    {
        var job = (await _node.SendAsync("POST", "$lines", "{}\n{}\n", "application/fhir+ndjson", ("Prefer", "respond-async"))).ShouldBe(HttpStatusCode.Accepted).Headers["Content-Location"];
        var answer = (await _node.GetAsync(job, ("Prefer", "wait=10"))).ShouldBe(HttpStatusCode.OK);
        Assert.Equal("lines\r\n2\r\n", answer.Text);
        Assert.Equal("lines\r\n2\r\n", (await _node.GetAsync(job)).Text);
        Assert.Empty(Directory.GetFiles(Path.Combine(_node.Data, "jobs")));
    }

    [Fact]
    public async Task GivenAnotherMediaType_WhenPostedOrAccepted_ThenItIsRefusedByName()
    {
        (await _node.SendAsync("POST", "$lines", "a", "text/plain")).ShouldBe(HttpStatusCode.UnsupportedMediaType);
        var refused = (await _node.GetAsync("$anywhere", ("Accept", "application/fhir+xml"))).ShouldBe(HttpStatusCode.NotAcceptable);
        Assert.Contains("XML is not supported", refused.Diagnostics);
    }

    [Fact]
    public async Task GivenAScopeWithATypeInIt_WhenCalled_ThenTheTypeOfTheTargetCounts()
    {
        var reader = new TestClient("reader", "system/Patient.r");
        await using var node = await TestNode.StartAsync(
            options => options with { Open = false, Clients = [reader.Registration] },
            configure: services => services.AddSingleton<IOperation>(PlaceOperation.OnAll));
        var token = await reader.TokenAsync(node);
        (await node.GetAsync("Patient/1/$anywhere", token)).ShouldBe(HttpStatusCode.OK);
        Assert.Contains("system/Group.r", (await node.GetAsync("Group/1/$anywhere", token)).ShouldBe(HttpStatusCode.Forbidden).Diagnostics);
        (await node.GetAsync("$anywhere", token)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task GivenTheWiredOperations_WhenMetadataIsRead_ThenEachIsListedWhereItIsCalledAndItsDefinitionCanBeRead()
    {
        var rest = (await _node.GetAsync("metadata")).Json.GetProperty("rest")[0];
        Assert.Contains("anywhere", Names(rest));
        Assert.DoesNotContain("place", Names(rest));
        Assert.Equal(["anywhere", "place"], Names(Type(rest, "Patient")).Intersect(["anywhere", "place"]));
        Assert.DoesNotContain("place", Names(Type(rest, "Observation")));
        Assert.Equal("http://example.org/Group-place", (await _node.GetAsync("OperationDefinition/Group-place")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("url").GetString());
    }

    private static IEnumerable<string> Names(JsonElement listed)
        => listed.TryGetProperty("operation", out var operations) ? operations.EnumerateArray().Select(operation => operation.GetProperty("name").GetString()!) : [];

    private static JsonElement Type(JsonElement rest, string type)
        => rest.GetProperty("resource").EnumerateArray().Single(resource => resource.GetProperty("type").GetString() == type);
}
