using System.Net;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Http;

public sealed class BadInputTests : IAsyncLifetime
{
    private TestNode _node = null!;

    public async ValueTask InitializeAsync() => _node = await TestNode.StartAsync(options => options with { Limits = options.Limits with { MaxBodyBytes = 100_000 } });

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"resourceType":5}""")]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"\ud800"}]}""")]
    [InlineData("""{"resourceType":"Patient"} trailing""")]
    public async Task GivenNoResource_WhenPosted_ThenStructure(string body)
        => Assert.Equal("structure", (await _node.PostAsync("Patient", body)).ShouldBe(HttpStatusCode.BadRequest).IssueCode);

    [Fact]
    public async Task GivenDeepNesting_WhenPosted_ThenBadRequest()
        => (await _node.PostAsync("Patient", """{"resourceType":"Patient","x":""" + new string('[', 5000) + new string(']', 5000) + "}")).ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task GivenInvalidUtf8_WhenPosted_ThenBadRequest()
    {
        using var content = new ByteArrayContent([.. "{\"resourceType\":\"Patient\",\"language\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        content.Headers.ContentType = new("application/fhir+json");
        using var response = await _node.Client.PostAsync("Patient", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task GivenTooLargeBody_WhenPosted_ThenTooLong()
        => Assert.Equal("too-long", (await _node.PostAsync("Patient", "{\"resourceType\":\"Patient\",\"language\":\"" + new string('x', 200_000) + "\"}")).ShouldBe(HttpStatusCode.RequestEntityTooLarge).IssueCode);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/fhir+xml")]
    [InlineData(null)]
    public async Task GivenOtherContentType_WhenPosted_ThenUnsupportedMediaType(string? type)
        => (await _node.SendAsync("POST", "Patient", """{"resourceType":"Patient"}""", type)).ShouldBe(HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task GivenXmlAccepted_WhenRead_ThenNotAcceptable()
    {
        (await _node.GetAsync("metadata", ("Accept", "application/fhir+xml"))).ShouldBe(HttpStatusCode.NotAcceptable);
        (await _node.GetAsync("metadata", ("Accept", "text/html, */*;q=0.1"))).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("POST", "Patient/1")]
    [InlineData("DELETE", "metadata")]
    [InlineData("PUT", "")]
    [InlineData("GET", "$gate")]
    public async Task GivenMethodNotTaken_WhenSent_ThenNotSupported(string method, string path)
        => Assert.Equal("not-supported", (await _node.SendAsync(method, path)).ShouldBe(HttpStatusCode.MethodNotAllowed).IssueCode);

    [Fact]
    public async Task GivenPathOutsideTheBase_WhenRead_ThenOutcome() => Assert.Equal("not-found", (await _node.GetAsync("/elsewhere")).ShouldBe(HttpStatusCode.NotFound).IssueCode);

    [Fact]
    public async Task GivenFailingOperation_WhenCalled_ThenServerErrorWithoutDetailsAndTheLogHasThem()
    {
        var answer = (await _node.PostAsync("$echo", """{"resourceType":"Parameters","id":"explode"}""")).ShouldBe(HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("secret", answer.Text);
        var reference = answer.Diagnostics.Split(' ')[^1].TrimEnd('.');
        Assert.Contains("secret detail", await TextFile.LineWithAsync(Path.Combine(_node.Data, "node.log"), reference));
    }

    [Fact]
    public async Task GivenServer_WhenAnswering_ThenItDoesNotNameItself() => Assert.False((await _node.GetAsync("metadata")).Headers.ContainsKey("Server"));

    [Fact]
    public async Task GivenRequests_WhenAnswered_ThenEachIsInTheAuditTrail()
    {
        await _node.GetAsync("Patient/audited");
        var line = await TextFile.LineWithAsync(Path.Combine(_node.Data, "audit.ndjson"), "Patient/audited");
        Assert.Contains("\"AuditEvent\"", line);
        Assert.Contains("HTTP 404", line);
        Assert.Contains("anonymous", line);
        Assert.Contains("\"code\":\"read\"", line);
    }

    [Fact]
    public async Task GivenACompressedBody_WhenPosted_ThenUnsupportedMediaType()
    {
        using var content = new ByteArrayContent([0x1F, 0x8B]);
        content.Headers.ContentType = new("application/fhir+json");
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await _node.Client.PostAsync("Patient", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task GivenABodyWithoutId_WhenUpdated_ThenItSaysSo()
        => Assert.Contains("no id", (await _node.PutAsync("Patient/1", """{"resourceType":"Patient"}""")).ShouldBe(HttpStatusCode.BadRequest).Diagnostics);
}
