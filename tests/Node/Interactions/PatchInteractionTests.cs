using System.Net;
using System.Text;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Interactions;

public sealed class PatchInteractionTests : IAsyncLifetime
{
    private const string JsonPatch = "application/json-patch+json";
    private TestNode _node = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync();
        await _node.PutAsync("Patient/p", """{"resourceType":"Patient","id":"p","active":true,"identifier":[{"system":"urn:mrn","value":"1"}]}""");
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private Task<Answer> PatchAsync(string path, string patch, params (string Name, string Value)[] headers) => _node.SendAsync("PATCH", path, patch, JsonPatch, headers);

    private static string Replace(string path, string value) => $$"""[{"op":"replace","path":"{{path}}","value":{{value}}}]""";

    [Fact]
    public async Task GivenJsonPatch_WhenSent_ThenANewVersionHasTheChange()
    {
        var patched = (await PatchAsync("Patient/p", Replace("/active", "false"))).ShouldBe(HttpStatusCode.OK);
        Assert.False(patched.Json.GetProperty("active").GetBoolean());
        Assert.Equal("W/\"2\"", patched.Headers["ETag"]);
        Assert.Equal("1", (await _node.GetAsync("Patient/p/_history/1")).Json.GetProperty("meta").GetProperty("versionId").GetString());
    }

    [Fact]
    public async Task GivenFhirPathPatch_WhenSent_ThenTheElementIsAdded()
    {
        const string patch = """{"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"name":"type","valueCode":"add"},{"name":"path","valueString":"Patient"},{"name":"name","valueString":"birthDate"},{"name":"value","valueDate":"1930-01-01"}]}]}""";
        Assert.Equal("1930-01-01", (await _node.SendAsync("PATCH", "Patient/p", patch)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("birthDate").GetString());
    }

    [Fact]
    public async Task GivenIfMatch_WhenItIsAnotherVersion_ThenPreconditionFailed()
    {
        (await PatchAsync("Patient/p", Replace("/active", "false"), ("If-Match", "W/\"7\""))).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await PatchAsync("Patient/p", Replace("/active", "false"), ("If-Match", "W/\"1\""))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GivenACondition_WhenItFindsOneNoneOrMore_ThenPatchedNotFoundOrPreconditionFailed()
    {
        (await PatchAsync("Patient?identifier=urn:mrn|1", Replace("/active", "false"))).ShouldBe(HttpStatusCode.OK);
        (await PatchAsync("Patient?identifier=urn:mrn|2", Replace("/active", "false"))).ShouldBe(HttpStatusCode.NotFound);
        await _node.PostAsync("Patient", """{"resourceType":"Patient","identifier":[{"system":"urn:mrn","value":"1"}]}""");
        Assert.Equal("multiple-matches", (await PatchAsync("Patient?identifier=urn:mrn|1", Replace("/active", "true"))).ShouldBe(HttpStatusCode.PreconditionFailed).IssueCode);
    }

    [Theory]
    [InlineData("minimal", 0)]
    [InlineData("representation", 1)]
    public async Task GivenPreferReturn_WhenPatched_ThenTheBodyIsAsAsked(string preference, int bodies)
        => Assert.Equal(bodies, (await PatchAsync("Patient/p", Replace("/active", "false"), ("Prefer", "return=" + preference))).ShouldBe(HttpStatusCode.OK).Text.Length > 0 ? 1 : 0);

    [Theory]
    [InlineData("""[{"op":"remove","path":"/birthDate"}]""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""[{"op":"add","path":"/birthDate","value":"yesterday"}]""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""[{"op":"replace","path":"/id","value":"q"}]""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"op":"add"}""", HttpStatusCode.BadRequest)]
    [InlineData("nonsense", HttpStatusCode.BadRequest)]
    public async Task GivenAPatchThatDoesNotFit_WhenSent_ThenNothingChanges(string patch, HttpStatusCode status)
    {
        (await PatchAsync("Patient/p", patch)).ShouldBe(status);
        Assert.Equal("W/\"1\"", (await _node.GetAsync("Patient/p")).Headers["ETag"]);
    }

    [Fact]
    public async Task GivenNoPatch_WhenSent_ThenUnsupportedMediaTypeSaysWhatAPatchIs()
    {
        Assert.Contains("JSON Patch", (await _node.SendAsync("PATCH", "Patient/p", """{"resourceType":"Patient","id":"p"}""")).ShouldBe(HttpStatusCode.UnsupportedMediaType).Diagnostics);
        (await _node.SendAsync("PATCH", "Patient/p", "<diff/>", "application/xml-patch+xml")).ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task GivenNoOrADeletedResource_WhenPatched_ThenNotFoundOrGone()
    {
        (await PatchAsync("Patient/none", Replace("/active", "false"))).ShouldBe(HttpStatusCode.NotFound);
        await _node.SendAsync("DELETE", "Patient/p");
        (await PatchAsync("Patient/p", Replace("/active", "false"))).ShouldBe(HttpStatusCode.Gone);
    }

    [Theory]
    [InlineData("batch")]
    [InlineData("transaction")]
    public async Task GivenPatchesInABundle_WhenPosted_ThenBothKindsApply(string type)
    {
        var json = Convert.ToBase64String(Encoding.UTF8.GetBytes(Replace("/active", "false")));
        await _node.PutAsync("Patient/q", """{"resourceType":"Patient","id":"q"}""");
        var bundle = (await _node.PostAsync(string.Empty, $$$"""
            {"resourceType":"Bundle","type":"{{{type}}}","entry":[
              {"resource":{"resourceType":"Binary","contentType":"{{{JsonPatch}}}","data":"{{{json}}}"},"request":{"method":"PATCH","url":"Patient/p"}},
              {"resource":{"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"name":"type","valueCode":"add"},{"name":"path","valueString":"Patient"},{"name":"name","valueString":"gender"},{"name":"value","valueCode":"female"}]}]},
               "request":{"method":"PATCH","url":"Patient/q"}}]}
            """)).ShouldBe(HttpStatusCode.OK).Json;
        Assert.All(bundle.GetProperty("entry").EnumerateArray(), entry => Assert.Equal("200 OK", entry.GetProperty("response").GetProperty("status").GetString()));
        Assert.False((await _node.GetAsync("Patient/p")).Json.GetProperty("active").GetBoolean());
        Assert.Equal("female", (await _node.GetAsync("Patient/q")).Json.GetProperty("gender").GetString());
    }

    [Fact]
    public async Task GivenAPatchThatFailsInATransaction_WhenPosted_ThenNothingIsWrittenAndItsEntryIsNamed()
    {
        var refused = (await _node.PostAsync(string.Empty, """
            {"resourceType":"Bundle","type":"transaction","entry":[
              {"resource":{"resourceType":"Patient","id":"new"},"request":{"method":"PUT","url":"Patient/new"}},
              {"resource":{"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"name":"type","valueCode":"add"},{"name":"path","valueString":"Patient"},{"name":"name","valueString":"colour"},{"name":"value","valueCode":"red"}]}]},
               "request":{"method":"PATCH","url":"Patient/p"}}]}
            """)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("Bundle.entry[1]", refused.Expression);
        (await _node.GetAsync("Patient/new")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task GivenPatchesOfOneResourceAtOnce_WhenNoneNamesAVersion_ThenNoneIsLost()
    {
        await PatchAsync("Patient/p", """[{"op":"add","path":"/name","value":[]},{"op":"add","path":"/name/-","value":{"family":"first"}}]""");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => PatchAsync("Patient/p", $$$"""[{"op":"add","path":"/name/-","value":{"family":"n{{{n}}}"}}]""")));
        Assert.All(answers, answer => answer.ShouldBe(HttpStatusCode.OK));
        Assert.Equal(13, (await _node.GetAsync("Patient/p")).Json.GetProperty("name").GetArrayLength());
    }

    [Fact]
    public async Task GivenAClientThatMayUpdateButNotRead_WhenItPatches_ThenItIsNotShownTheResource()
    {
        var writer = new TestClient("writer", "system/Patient.cu");
        await using var node = await TestNode.StartAsync(options => options with { Open = false, Clients = [writer.Registration] });
        var token = await writer.TokenAsync(node);
        await node.PutAsync("Patient/s", """{"resourceType":"Patient","id":"s","birthDate":"1970"}""", token);
        Assert.Empty((await node.SendAsync("PATCH", "Patient/s", """[{"op":"add","path":"/active","value":true}]""", JsonPatch, token)).ShouldBe(HttpStatusCode.OK).Text);
    }
}
