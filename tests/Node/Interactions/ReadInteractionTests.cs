using System.Net;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Interactions;

public sealed class ReadInteractionTests : IAsyncLifetime
{
    private TestNode _node = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync();
        await _node.PutAsync("Patient/p", """{"resourceType":"Patient","id":"p","active":true}""");
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Fact]
    public async Task GivenKnownETag_WhenRead_ThenNotModified()
    {
        var answer = (await _node.GetAsync("Patient/p", ("If-None-Match", "W/\"1\""))).ShouldBe(HttpStatusCode.NotModified);
        Assert.Equal(string.Empty, answer.Text);
        (await _node.GetAsync("Patient/p", ("If-None-Match", "W/\"9\""))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GivenLastModified_WhenReadIfModifiedSince_ThenNotModified()
    {
        var modified = (await _node.GetAsync("Patient/p")).Headers["Last-Modified"];
        (await _node.GetAsync("Patient/p", ("If-Modified-Since", modified))).ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task GivenHead_WhenRead_ThenHeadersOnly()
    {
        var answer = (await _node.SendAsync("HEAD", "Patient/p")).ShouldBe(HttpStatusCode.OK);
        Assert.Equal(string.Empty, answer.Text);
        Assert.Equal("W/\"1\"", answer.Headers["ETag"]);
    }

    [Fact]
    public async Task GivenPretty_WhenRead_ThenIndented() => Assert.Contains("\n  \"id\"", (await _node.GetAsync("Patient/p?_pretty=true")).Text);

    [Theory]
    [InlineData("Patient/none", HttpStatusCode.NotFound)]
    [InlineData("Patient/p/_history/2", HttpStatusCode.NotFound)]
    [InlineData("Patient/p/_history/x", HttpStatusCode.NotFound)]
    [InlineData("Patient/none/_history", HttpStatusCode.NotFound)]
    [InlineData("Pation/p", HttpStatusCode.NotFound)]
    [InlineData("patient/p", HttpStatusCode.NotFound)]
    [InlineData("Patient/p/x/y", HttpStatusCode.NotFound)]
    [InlineData("Patient?_format=xml", HttpStatusCode.NotAcceptable)]
    public async Task GivenNothingThere_WhenRead_ThenOutcome(string path, HttpStatusCode status)
        => Assert.Equal("OperationOutcome", (await _node.GetAsync(path)).ShouldBe(status).Json.GetProperty("resourceType").GetString());

    [Fact]
    public async Task GivenThreeVersions_WhenHistoryIsPaged_ThenNewestFirstWithNextLink()
    {
        await _node.PutAsync("Patient/p", """{"resourceType":"Patient","id":"p","active":false}""");
        await _node.SendAsync("DELETE", "Patient/p");
        var page = (await _node.GetAsync("Patient/p/_history?_count=2")).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal("history", page.GetProperty("type").GetString());
        Assert.Equal(3, page.GetProperty("total").GetInt32());
        Assert.Equal("DELETE", page.GetProperty("entry")[0].GetProperty("request").GetProperty("method").GetString());
        var next = page.GetProperty("link").EnumerateArray().Single(link => link.GetProperty("relation").GetString() == "next").GetProperty("url").GetString()!;
        var last = (await _node.GetAsync(next)).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal("1", last.GetProperty("entry")[0].GetProperty("resource").GetProperty("meta").GetProperty("versionId").GetString());
        Assert.Equal(3, (await _node.GetAsync("Patient/_history")).Json.GetProperty("total").GetInt32());
        Assert.Equal(3, (await _node.GetAsync("_history")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task GivenRunningNode_WhenMetadata_ThenTypesParametersAndOperations()
    {
        var rest = (await _node.GetAsync("metadata")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("rest")[0];
        var patient = rest.GetProperty("resource").EnumerateArray().Single(resource => resource.GetProperty("type").GetString() == "Patient");
        Assert.Contains(patient.GetProperty("searchParam").EnumerateArray(), parameter => parameter.GetProperty("name").GetString() == "identifier");
        Assert.Contains(rest.GetProperty("operation").EnumerateArray(), operation => operation.GetProperty("name").GetString() == "echo");
    }
}
