using System.IO.Compression;
using System.Net;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Bulk;

public sealed class ExportTests
{
    private static string Entry(string json)
    {
        var resource = System.Text.Json.JsonDocument.Parse(json).RootElement;
        return $$$"""{"resource":{{{json}}},"request":{"method":"PUT","url":"{{{resource.GetProperty("resourceType")}}}/{{{resource.GetProperty("id")}}}"}}""";
    }

    private static string Observation(string id, string patient, string status = "final")
        => $$$"""{"resourceType":"Observation","id":"{{{id}}}","status":"{{{status}}}","code":{"text":"c"},"subject":{"reference":"Patient/{{{patient}}}"}}""";

    private static async Task<TestNode> FilledAsync(Func<NodeOptions, NodeOptions>? change = null)
    {
        var node = await TestNode.StartAsync(change);
        string[] resources =
        [
            """{"resourceType":"Patient","id":"a","active":true,"name":[{"family":"A"}],"gender":"male"}""",
            """{"resourceType":"Patient","id":"b"}""",
            """{"resourceType":"Organization","id":"o","name":"O"}""",
            """{"resourceType":"Group","id":"g","type":"person","membership":"enumerated","member":[{"entity":{"reference":"Patient/a"}},{"entity":{"reference":"Patient/b"},"inactive":true}]}""",
            Observation("1", "a"), Observation("2", "b"), Observation("3", "a", "preliminary"),
        ];
        await LoadAsync(node, resources);
        return node;
    }

    private static async Task LoadAsync(TestNode node, params string[] resources)
        => (await node.PostAsync("", $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{string.Join(',', resources.Select(Entry))}}]}""")).ShouldBe(HttpStatusCode.OK);

    private static async Task<string[]> IdsAsync(TestNode node, string method, string path, string? body = null)
        => [.. (await node.LinesAsync(await node.RunAsync(method, path, body))).Ids().Order(StringComparer.Ordinal)];

    [Fact]
    public async Task GivenResources_WhenTheSystemIsExported_ThenTheManifestListsAFileForEachType()
    {
        await using var node = await FilledAsync();
        var job = await node.KickOffAsync("GET", "$export");
        var answer = (await node.PollAsync(job)).ShouldBe(HttpStatusCode.OK);
        var manifest = answer.Json;

        Assert.StartsWith("application/json", answer.Headers["Content-Type"]);
        Assert.NotEmpty(answer.Headers["Expires"]);
        Assert.Equal(node.Base + "$export", manifest.GetProperty("request").GetString());
        Assert.False(manifest.GetProperty("requiresAccessToken").GetBoolean());
        Assert.Equal(["Group", "Observation", "Organization", "Patient"], manifest.GetProperty("output").EnumerateArray().Select(file => file.GetProperty("type").GetString()));
        Assert.Equal((0, 0), (manifest.GetProperty("deleted").GetArrayLength(), manifest.GetProperty("error").GetArrayLength()));
        var lines = await node.LinesAsync(manifest);
        Assert.Equal(["Group/g", "Observation/1", "Observation/2", "Observation/3", "Organization/o", "Patient/a", "Patient/b"], lines.Ids());
        Assert.Equal((await node.GetAsync("Patient/a")).Json.GetRawText(), lines[5].GetRawText());
    }

    [Theory]
    [InlineData("GET", "Patient/$export", new[] { "Group/g", "Observation/1", "Observation/2", "Observation/3", "Patient/a", "Patient/b" })]
    [InlineData("GET", "Group/g/$export", new[] { "Group/g", "Observation/1", "Observation/3", "Patient/a" })]
    [InlineData("GET", "Group/g/$export?_type=Observation&_typeFilter=Observation%3Fstatus%3Dfinal", new[] { "Observation/1" })]
    [InlineData("GET", "$export?_type=Observation,Patient&_typeFilter=Observation%3Fstatus%3Dpreliminary&_typeFilter=Observation%3F_id%3D2", new[] { "Observation/2", "Observation/3", "Patient/a", "Patient/b" })]
    [InlineData("GET", "$export?_type=Organization&_since=2001-01-01T00:00:00Z", new[] { "Organization/o" })]
    [InlineData("GET", "$export?_since=2999-01-01T00:00:00Z", new string[0])]
    [InlineData("GET", "$export?_until=2001-01-01T00:00:00Z", new string[0])]
    public async Task GivenLevelAndFilters_WhenExported_ThenWhatTheySelect(string method, string path, string[] expected)
    {
        await using var node = await FilledAsync();
        Assert.Equal(expected, await IdsAsync(node, method, path));
    }

    [Fact]
    public async Task GivenPatientsByParameter_WhenExported_ThenTheirCompartmentsOnly()
    {
        await using var node = await FilledAsync();
        const string body = """{"resourceType":"Parameters","parameter":[{"name":"patient","valueReference":{"reference":"Patient/b"}},{"name":"_type","valueString":"Patient,Observation"}]}""";
        Assert.Equal(["Observation/2", "Patient/b"], await IdsAsync(node, "POST", "Patient/$export", body));
    }

    [Fact]
    public async Task GivenElements_WhenExported_ThenThoseTheMandatoryOnesTheModifiersAndTheTag()
    {
        await using var node = await FilledAsync();
        var lines = await node.LinesAsync(await node.RunAsync("GET", "$export?_type=Patient,Observation&_elements=Patient.name"));
        var patient = lines.Single(line => line.GetProperty("id").GetString() == "a");
        Assert.Equal(["resourceType", "id", "meta", "active", "name"], patient.EnumerateObject().Select(property => property.Name));
        Assert.Equal("SUBSETTED", patient.GetProperty("meta").GetProperty("tag")[0].GetProperty("code").GetString());
        Assert.True(lines[0].TryGetProperty("subject", out _));
    }

    [Fact]
    public async Task GivenDeletions_WhenExportedSince_ThenTheDeletedFilesTellOfThem()
    {
        await using var node = await FilledAsync();
        var since = (await node.RunAsync("GET", "$export")).GetProperty("transactionTime").GetString();
        (await node.SendAsync("DELETE", "Observation/1")).ShouldBe(HttpStatusCode.NoContent);
        (await node.SendAsync("DELETE", "Observation/2")).ShouldBe(HttpStatusCode.NoContent);
        await LoadAsync(node, Observation("4", "a"));

        var manifest = await node.RunAsync("GET", $"Group/g/$export?_since={since}");
        Assert.Equal(["Observation/4"], (await node.LinesAsync(manifest)).Ids());
        var bundle = Assert.Single(await node.LinesAsync(manifest, "deleted"));
        var request = Assert.Single(bundle.GetProperty("entry").EnumerateArray()).GetProperty("request");
        Assert.Equal(("DELETE", "Observation/1"), (request.GetProperty("method").GetString(), request.GetProperty("url").GetString()));
    }

    [Fact]
    public async Task GivenASmallFileSize_WhenExported_ThenATypeIsSplitOverFiles()
    {
        await using var node = await FilledAsync(options => options with { Bulk = new() { MaxFileBytes = 100 } });
        var manifest = await node.RunAsync("GET", "$export?_type=Observation");
        Assert.Equal(3, manifest.GetProperty("output").GetArrayLength());
        Assert.Equal(["Observation/1", "Observation/2", "Observation/3"], (await node.LinesAsync(manifest)).Ids());
    }

    [Theory]
    [InlineData("$export?_type=Nothing", "_type")]
    [InlineData("Patient/$export?_type=Organization", "_type")]
    [InlineData("$export?_outputFormat=csv", "_outputFormat")]
    [InlineData("$export?_since=yesterday", "_since")]
    [InlineData("$export?_typeFilter=Observation%3Fnone%3D1", "none")]
    [InlineData("$export?_typeFilter=Observation%3F_sort%3Ddate", "_typeFilter")]
    [InlineData("$export?_elements=Patient.none", "_elements")]
    [InlineData("$export?includeAssociatedData=LatestProvenanceResources", "includeAssociatedData")]
    public async Task GivenABadParameter_WhenKickedOff_ThenItIsRefusedAtOnce(string path, string parameter)
    {
        await using var node = await FilledAsync();
        var answer = (await node.GetAsync(path, ("Prefer", "respond-async"))).ShouldBe(HttpStatusCode.BadRequest);
        Assert.Contains(parameter, answer.Expression);
    }

    [Fact]
    public async Task GivenWhatIsNotSupported_WhenTheClientIsLenient_ThenItIsPassedOver()
    {
        await using var node = await FilledAsync();
        var manifest = await node.RunAsync("GET", "$export?_type=Patient&includeAssociatedData=x", null, "", ("Prefer", "handling=lenient"));
        Assert.Equal(2, (await node.LinesAsync(manifest)).Count);
    }

    [Fact]
    public async Task GivenNoRespondAsync_WhenKickedOff_ThenTheAnswerSaysSo()
    {
        await using var node = await TestNode.StartAsync();
        Assert.Contains("Prefer: respond-async", (await node.GetAsync("$export")).ShouldBe(HttpStatusCode.BadRequest).Diagnostics);
        Assert.Contains("no Group/none", (await node.GetAsync("Group/none/$export", ("Prefer", "respond-async"))).ShouldBe(HttpStatusCode.NotFound).Diagnostics);
    }

    [Fact]
    public async Task GivenAFinishedExport_WhenDeleted_ThenItsFilesAreGone()
    {
        await using var node = await FilledAsync();
        var job = await node.KickOffAsync("GET", "$export");
        var file = (await node.PollAsync(job)).Json.GetProperty("output")[0].GetProperty("url").GetString()!.Replace(node.Base, "");
        (await node.SendAsync("DELETE", job)).ShouldBe(HttpStatusCode.Accepted);
        (await node.GetAsync(file)).ShouldBe(HttpStatusCode.NotFound);
        (await node.GetAsync(job)).ShouldBe(HttpStatusCode.NotFound);
        Assert.Empty(Directory.GetDirectories(Path.Combine(node.Data, "jobs")));
    }

    [Fact]
    public async Task GivenAClientThatTakesGzip_WhenAFileIsFetched_ThenItIsPacked()
    {
        await using var node = await FilledAsync();
        var manifest = await node.RunAsync("GET", "$export?_type=Patient");
        using var request = new HttpRequestMessage(HttpMethod.Get, manifest.GetProperty("output")[0].GetProperty("url").GetString());
        request.Headers.Add("Accept-Encoding", "gzip");
        using var response = await node.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
        using var reader = new StreamReader(new GZipStream(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress));
        Assert.Equal(2, (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("../fhir.db")]
    [InlineData("%2e%2e%2ffhir.db")]
    [InlineData("..%2f..%2ffhir.db")]
    [InlineData("none.ndjson")]
    public async Task GivenAFileThatIsNotTheJobs_WhenFetched_ThenNotFound(string file)
    {
        await using var node = await FilledAsync();
        var job = await node.KickOffAsync("GET", "$export");
        await node.PollAsync(job);
        Assert.Equal(HttpStatusCode.NotFound, (await node.GetAsync($"{job}/{file}")).Status);
    }

    [Fact]
    public async Task GivenClientsWithScopes_WhenExported_ThenTypesAndFilesAreThoseTheyMayRead()
    {
        var reader = new TestClient("reader", "system/Observation.r system/Patient.r");
        var other = new TestClient("other", "system/Observation.r system/Patient.r");
        var writer = new TestClient("writer", "system/*.cruds");
        await using var node = await TestNode.StartAsync(options => options with { Open = false, Clients = [reader.Registration, other.Registration, writer.Registration] });
        var write = await writer.TokenAsync(node);
        (await node.PutAsync("Organization/o", """{"resourceType":"Organization","id":"o","name":"O"}""", write)).ShouldBe(HttpStatusCode.Created);
        (await node.PutAsync("Patient/a", """{"resourceType":"Patient","id":"a"}""", write)).ShouldBe(HttpStatusCode.Created);

        var token = await reader.TokenAsync(node);
        var manifest = await node.RunAsync("GET", "$export", null, "", token);
        Assert.True(manifest.GetProperty("requiresAccessToken").GetBoolean());
        Assert.Equal(["Patient/a"], (await node.LinesAsync(manifest, headers: token)).Ids());
        var file = manifest.GetProperty("output")[0].GetProperty("url").GetString()!.Replace(node.Base, "");
        (await node.GetAsync(file, await other.TokenAsync(node))).ShouldBe(HttpStatusCode.NotFound);
        (await node.GetAsync(file)).ShouldBe(HttpStatusCode.Unauthorized);
        (await node.GetAsync("$export?_type=Organization", token, ("Prefer", "respond-async"))).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task GivenTheCapabilityStatement_WhenRead_ThenItNamesTheGuideAndItsOperations()
    {
        await using var node = await TestNode.StartAsync();
        var statement = (await node.GetAsync("metadata")).Json;
        Assert.Equal("http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data", statement.GetProperty("instantiates")[0].GetString());
        var text = statement.ToString();
        Assert.All((string[])["export", "patient-export", "group-export"], name => Assert.Contains($"http://hl7.org/fhir/uv/bulkdata/OperationDefinition/{name}\"", text));
    }
}
