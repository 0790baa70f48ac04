using System.Net;
using System.Net.Http.Headers;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Interactions;

/// <summary>R5 binary.html, "Serving Binary Resources using the RESTful API".</summary>
public sealed class BinaryTests : IAsyncLifetime
{
    private static readonly byte[] Pdf = [0x25, 0x50, 0x44, 0x46, 0x2D, 0x00, 0xFF, 0xFE, 0x0A];
    private TestNode _node = null!;

    public async ValueTask InitializeAsync()
    {
        _node = await TestNode.StartAsync();
        await _node.PutAsync("Patient/1", """{"resourceType":"Patient","id":"1"}""");
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("*/*")]
    [InlineData("image/png, text/html;q=0.5")]
    public async Task GivenContentThatWasPut_WhenReadWithAnotherAccept_ThenTheSameBytesAndTypeComeBack(string accept)
    {
        await PutPdfAsync();
        foreach (var path in new[] { "Binary/doc", "Binary/doc/_history/1" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Accept", accept);
            using var response = await _node.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("application/pdf", response.Content.Headers.ContentType!.ToString());
            Assert.Equal(Pdf, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal("W/\"1\"", response.Headers.ETag!.ToString());
            Assert.Equal("Patient/1", Assert.Single(response.Headers.GetValues("X-Security-Context")));
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Theory]
    [InlineData("Binary/doc", "application/fhir+json")]
    [InlineData("Binary/doc", "application/fhir+json, */*;q=0.1")]
    [InlineData("Binary/doc?_format=json", "application/pdf")]
    public async Task GivenContentThatWasPut_WhenReadAsFhir_ThenABinary(string path, string accept)
    {
        await PutPdfAsync();
        var binary = (await _node.GetAsync(path, ("Accept", accept))).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal("application/pdf", binary.GetProperty("contentType").GetString());
        Assert.Equal(Pdf, binary.GetProperty("data").GetBytesFromBase64());
        Assert.Equal("Patient/1", binary.GetProperty("securityContext").GetProperty("reference").GetString());
    }

    [Fact]
    public async Task GivenText_WhenPosted_ThenABinaryOfThatTypeInBundlesAndRawWhenRead()
    {
        var created = (await _node.SendAsync("POST", "Binary", "a;b\n", "text/csv; charset=utf-8")).ShouldBe(HttpStatusCode.Created);
        var read = (await _node.GetAsync($"Binary/{created.Id}", ("Accept", "text/csv"))).ShouldBe(HttpStatusCode.OK);
        Assert.Equal(("a;b\n", "text/csv; charset=utf-8"), (read.Text, read.Headers["Content-Type"]));
        var found = (await _node.GetAsync($"Binary?_id={created.Id}", ("Accept", "*/*"))).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal("Binary", found.GetProperty("entry")[0].GetProperty("resource").GetProperty("resourceType").GetString());
    }

    [Fact]
    public async Task GivenFhirJson_WhenPostedToBinary_ThenABinaryIsItselfAndAnotherResourceIsContent()
    {
        var itself = (await _node.PostAsync("Binary", """{"resourceType":"Binary","contentType":"text/plain","data":"aGk="}""")).ShouldBe(HttpStatusCode.Created);
        Assert.Equal("hi", (await _node.GetAsync($"Binary/{itself.Id}", ("Accept", "text/plain"))).Text);
        var patient = (await _node.PostAsync("Binary", """{"resourceType":"Patient","id":"x"}""")).ShouldBe(HttpStatusCode.Created);
        Assert.Equal("application/fhir+json", patient.Json.GetProperty("contentType").GetString());
    }

    [Fact]
    public async Task GivenAStoredTypeThatIsNone_WhenReadRaw_ThenOctets()
    {
        var created = (await _node.PostAsync("Binary", """{"resourceType":"Binary","contentType":"no-type","data":"aGk="}""")).ShouldBe(HttpStatusCode.Created);
        Assert.Equal("application/octet-stream", (await _node.GetAsync($"Binary/{created.Id}", ("Accept", "*/*"))).ShouldBe(HttpStatusCode.OK).Headers["Content-Type"]);
    }

    [Theory]
    [InlineData("Binary", "application/fhir+xml", "Patient/1", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("Binary", "text/plain", "nobody", HttpStatusCode.BadRequest)]
    [InlineData("Patient", "text/plain", "Patient/1", HttpStatusCode.UnsupportedMediaType)]
    public async Task GivenWhatCannotBeTaken_WhenPosted_ThenRefused(string path, string contentType, string context, HttpStatusCode status)
        => (await _node.SendAsync("POST", path, "x", contentType, ("X-Security-Context", context))).ShouldBe(status);

    [Theory]
    [InlineData("Binary/doc", "application/fhir+xml")]
    [InlineData("Binary/doc?_format=xml", "*/*")]
    [InlineData("Patient/1", "application/pdf")]
    public async Task GivenAFormatThatThereIsNot_WhenRead_ThenNotAcceptable(string path, string accept)
    {
        await PutPdfAsync();
        (await _node.GetAsync(path, ("Accept", accept))).ShouldBe(HttpStatusCode.NotAcceptable);
    }

    [Fact]
    public async Task GivenAJobsBinary_WhenPutRaw_ThenForbidden()
        => (await _node.SendAsync("PUT", "Binary/job-1-input", "x", "text/plain")).ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task GivenMoreThanTheLimit_WhenPutRaw_ThenTooLarge()
    {
        await using var node = await TestNode.StartAsync(options => options with { Limits = options.Limits with { MaxBodyBytes = 2048 } });
        (await node.SendAsync("PUT", "Binary/big", new string('x', 4096), "text/plain")).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await node.SendAsync("PUT", "Binary/small", new string('x', 1024), "text/plain")).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task GivenScopesWithoutBinary_WhenReadOrPutRaw_ThenForbidden()
    {
        var client = new TestClient("reader", "system/Patient.rs");
        await using var node = await TestNode.StartAsync(options => options with { Open = false, Clients = [client.Registration] });
        var token = await client.TokenAsync(node);
        (await node.GetAsync("Binary/doc", token, ("Accept", "application/pdf"))).ShouldBe(HttpStatusCode.Forbidden);
        (await node.SendAsync("PUT", "Binary/doc", "x", "text/plain", token)).ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task PutPdfAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "Binary/doc") { Content = new ByteArrayContent(Pdf) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        request.Headers.Add("X-Security-Context", "Patient/1");
        using var response = await _node.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }
}
