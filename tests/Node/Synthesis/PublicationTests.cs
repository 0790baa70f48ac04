using System.Net;
using System.Text.Json;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Tests.Bulk;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Synthesis;

/// <summary>A node in publication mode: reads for anyone, <c>$import</c> of labelled resources for who has the scope, nothing else.</summary>
public sealed class PublicationTests
{
    private static readonly string[] Told = ["lacks the security label HTEST or the tag", "is not released: its status is draft", "is no part of a synthetic data set"];
    private const string Ndjson = "application/fhir+ndjson";
    private readonly TestClient _publisher = new("publisher", "system/*.cu");

    [Fact]
    public async Task GivenAReleasedSet_WhenImported_ThenAnyoneReadsSearchesAndExportsIt()
    {
        string library, lines;
        await using (var hospital = await TestNode.StartAsync())
        {
            (library, lines) = await ReleasedAsync(hospital);
        }

        await using var node = await StartAsync();
        var manifest = await node.RunAsync("POST", "$import", lines, Ndjson, await _publisher.TokenAsync(node));
        Assert.Equal(0, manifest.GetProperty("error").GetArrayLength());

        var published = (await node.GetAsync(library)).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal("active", published.GetProperty("status").GetString());
        Assert.Equal(12, await node.CountAsync("Patient"));
        Assert.StartsWith("ID,", (await node.GetAsync(published.GetProperty("content")[0].GetProperty("url").GetString()!, ("Accept", "text/csv"))).ShouldBe(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        var patient = (await node.GetAsync("Patient?_count=1")).Json.GetProperty("entry")[0].GetProperty("resource").GetProperty("id").GetString();
        Assert.True((await node.GetAsync($"Patient/{patient}/$everything")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry").GetArrayLength() > 5);
        var export = await node.RunAsync("GET", $"Group/{library.Split('/')[1]}/$export");
        Assert.False(export.GetProperty("requiresAccessToken").GetBoolean());
        var exported = await node.LinesAsync(export);
        Assert.Equal(12, exported.Count(resource => resource.GetProperty("resourceType").GetString() == "Patient"));
        var batch = await node.SendAsync("POST", "", """{"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET","url":"Patient?_summary=count"}},{"request":{"method":"DELETE","url":"Patient/x"}}]}""", Sets.Json);
        Assert.Equal(["200 OK", "405 Method Not Allowed"], batch.ShouldBe(HttpStatusCode.OK).Json.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("response").GetProperty("status").GetString()));
    }

    [Fact]
    public async Task GivenWhatIsNotReleasedSyntheticData_WhenImported_ThenEachLineIsRefusedWithWhatItLacks()
    {
        const string labels = "\"meta\":{\"security\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActReason\",\"code\":\"HTEST\"}],\"tag\":[{\"system\":\"https://genomed.example/fhir/common/CodeSystem/genomed-data-origin\",\"code\":\"synthetic\"}]}";
        await using var node = await StartAsync();
        var token = await _publisher.TokenAsync(node);
        var manifest = await node.RunAsync("POST", "$import", $$"""
            {"resourceType":"Patient","id":"real"}
            {"resourceType":"Patient","id":"invented","meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActReason","code":"HTEST"}]} }
            {"resourceType":"Library","id":"draft",{{labels}},"status":"draft","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/library-type","code":"asset-collection"}]} }
            {"resourceType":"Practitioner","id":"doctor",{{labels}}}
            {"resourceType":"Patient","id":"good",{{labels}}}
            """.Replace("\r", "", StringComparison.Ordinal), Ndjson, token);

        var outcomes = await node.LinesAsync(manifest, "error", headers: token);
        Assert.Equal(["lacks the security label HTEST or the tag", "lacks the security label HTEST or the tag", "is not released: its status is draft", "is no part of a synthetic data set"],
            outcomes.Select(outcome => outcome.GetProperty("issue")[0].GetProperty("diagnostics").GetString()!).Select(text => Told.First(part => text.Contains(part, StringComparison.Ordinal))));
        (await node.GetAsync("Patient/good")).ShouldBe(HttpStatusCode.OK);
        (await node.GetAsync("Patient/real")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("POST", "Patient", """{"resourceType":"Patient"}""", HttpStatusCode.MethodNotAllowed, "read-only")]
    [InlineData("PUT", "Patient/1", """{"resourceType":"Patient","id":"1"}""", HttpStatusCode.MethodNotAllowed, "read-only")]
    [InlineData("DELETE", "Patient/1", null, HttpStatusCode.MethodNotAllowed, "read-only")]
    [InlineData("POST", "", """{"resourceType":"Bundle","type":"transaction"}""", HttpStatusCode.MethodNotAllowed, "read-only")]
    [InlineData("POST", "$train-round", """{"resourceType":"Parameters"}""", HttpStatusCode.NotFound, "no operation $train-round")]
    [InlineData("POST", "$extract-dataset", """{"resourceType":"Parameters"}""", HttpStatusCode.NotFound, "no operation $extract-dataset")]
    [InlineData("POST", "$generate-synthetic", """{"resourceType":"Parameters"}""", HttpStatusCode.NotFound, "no operation $generate-synthetic")]
    [InlineData("POST", "Library/1/$release", """{"resourceType":"Parameters"}""", HttpStatusCode.NotFound, "no operation $release")]
    [InlineData("POST", "$import", """{"resourceType":"Parameters"}""", HttpStatusCode.Forbidden, "system/*.cu")]
    [InlineData("GET", "Task", null, HttpStatusCode.Forbidden, "system/Task.s")]
    [InlineData("GET", "Binary", null, HttpStatusCode.Forbidden, "system/Binary.s")]
    [InlineData("GET", "_history", null, HttpStatusCode.Forbidden, "system/*.s")]
    public async Task GivenAPublicationNode_WhenAskedForAnythingElse_ThenItIsRefused(string method, string path, string? body, HttpStatusCode status, string because)
    {
        await using var node = await StartAsync();

        var answer = (await node.SendAsync(method, path, body, body is null ? null : Sets.Json)).ShouldBe(status);
        Assert.Contains(because, answer.Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAPublicationNodeWithoutSets_WhenAnyoneExports_ThenNothingIsThereAndAGroupThatIsNotIsNotFound()
    {
        await using var node = await StartAsync();

        Assert.Empty(await node.LinesAsync(await node.RunAsync("GET", "Patient/$export")));
        (await node.GetAsync("Group/none/$export", ("Prefer", "respond-async"))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Patient%3F_has:Task:subject:status=draft", "Task")]
    [InlineData("Patient%3Forganization.name=x", "Organization")]
    public async Task GivenAFilterThatLeadsOverWhatTheReaderMayNotRead_WhenExported_ThenItIsForbidden(string filter, string type)
    {
        await using var node = await StartAsync();

        Assert.Contains($"may not read {type}", (await node.GetAsync($"$export?_type=Patient&_typeFilter={filter}", ("Prefer", "respond-async, handling=lenient"))).ShouldBe(HttpStatusCode.Forbidden).Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAPublicationNode_WhenItsMetadataAreRead_ThenTheyShowWhatWorksOnly()
    {
        await using var node = await StartAsync();
        var rest = (await node.GetAsync("metadata")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("rest")[0];

        Assert.Equal(["batch", "search-system"], rest.GetProperty("interaction").EnumerateArray().Select(one => one.GetProperty("code").GetString()));
        Assert.Equal(["export", "import"], rest.GetProperty("operation").EnumerateArray().Select(one => one.GetProperty("name").GetString()).Except(["echo", "gate", "leak"]));
        Assert.Contains("$import does", rest.GetProperty("security").GetProperty("description").GetString(), StringComparison.Ordinal);
        foreach (var type in rest.GetProperty("resource").EnumerateArray())
        {
            string[] codes = [.. type.GetProperty("interaction").EnumerateArray().Select(one => one.GetProperty("code").GetString()!)];
            Assert.Empty(codes.Except(["read", "vread", "history-instance", "history-type", "search-type"]));
            (await node.GetAsync($"{type.GetProperty("type").GetString()}/none")).ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task GivenClosedReads_WhenReadWithoutAToken_ThenItIsRefused()
    {
        var reader = new TestClient("reader", "system/*.rs");
        await using var node = await TestNode.StartAsync(options => options with { Open = false, Publication = new PublicationOptions { OpenReads = false }, Clients = [reader.Registration] });

        (await node.GetAsync("Patient")).ShouldBe(HttpStatusCode.Unauthorized);
        (await node.GetAsync("Patient", await reader.TokenAsync(node))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GivenATokenThatIsNotValid_WhenReadWithIt_ThenItIsRefusedAndNotTakenForNone()
    {
        await using var node = await StartAsync();

        (await node.GetAsync("Patient", ("Authorization", "Bearer nonsense"))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private Task<TestNode> StartAsync() => TestNode.StartAsync(options => options with { Open = false, Publication = new PublicationOptions(), Clients = [_publisher.Registration] });

    /// <summary>A released set of 12 patients: its Library, and all of it as NDJSON.</summary>
    private static async Task<(string Library, string Lines)> ReleasedAsync(TestNode hospital)
    {
        var set = await hospital.GenerateAsync(TrainedModel.Input(12));
        (await hospital.ReleaseAsync(set["library"], await hospital.ReportAsync(set["sha256"], gates: Sets.Passed))).ShouldBe(HttpStatusCode.OK);
        var resources = (await hospital.LinesAsync(await hospital.RunAsync("GET", "$export?_type=Patient,Condition,Observation,GenomicStudy,Group,Library,Provenance,MeasureReport"))).Select(resource => resource.GetRawText()).ToList();
        foreach (var content in (await hospital.GetAsync(set["library"])).Json.GetProperty("content").EnumerateArray().Where(content => content.TryGetProperty("url", out _)))
        {
            resources.Add((await hospital.GetAsync(content.GetProperty("url").GetString()!)).Text);
        }

        return (set["library"], string.Join('\n', resources.Select(text => JsonSerializer.Serialize(JsonDocument.Parse(text).RootElement))));
    }
}
