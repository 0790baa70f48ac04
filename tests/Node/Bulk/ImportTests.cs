using System.Net;
using System.Text;
using System.Text.Json;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GenoMed.Fhir.Node.Tests.Bulk;

public sealed class ImportTests
{
    private const string Ndjson = "application/fhir+ndjson";
    private const string TwoPatients = """
        {"resourceType":"Patient","id":"a","active":true}

        {"resourceType":"Patient","id":"b","birthDate":"2000"}
        """;

    private static string Parameters(string url, string? extra = null)
        => $$$"""{"resourceType":"Parameters","parameter":[{"name":"inputFormat","valueCode":"application/fhir+ndjson"},{"name":"inputSource","valueUri":"http://hospital.example"},{"name":"input","part":[{"name":"type","valueCode":"Patient"},{"name":"url","valueUri":"{{{url}}}"}]}{{{extra}}}]}""";

    private static Dictionary<string, int> Counts(JsonElement manifest) => manifest.GetProperty("output").EnumerateArray()
        .Where(item => !item.TryGetProperty("url", out _))
        .ToDictionary(item => item.GetProperty("type").GetString()!, item => item.GetProperty("count").GetInt32());

    [Fact]
    public async Task GivenNdjsonAsTheBody_WhenImported_ThenItIsStoredAndCounted()
    {
        await using var node = await TestNode.StartAsync();
        var manifest = await node.RunAsync("POST", "$import", TwoPatients, Ndjson);
        Assert.Equal(new() { ["Patient"] = 2 }, Counts(manifest));
        Assert.Equal(0, manifest.GetProperty("error").GetArrayLength());
        Assert.Equal("2000", (await node.GetAsync("Patient/b")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("birthDate").GetString());
        Assert.Empty(Directory.GetFiles(Path.Combine(node.Data, "jobs"), "*.body"));
    }

    [Fact]
    public async Task GivenTheSameContentAgain_WhenImported_ThenNothingChanges()
    {
        await using var node = await TestNode.StartAsync();
        const string withoutId = "{\"resourceType\":\"Patient\",\"gender\":\"male\"}\n";
        await node.RunAsync("POST", "$import", withoutId + TwoPatients, Ndjson);
        await node.RunAsync("POST", "$import", withoutId + TwoPatients, Ndjson);
        Assert.Equal(3, (await node.GetAsync("Patient/_history")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task GivenNewAndKnownAndChangedContent_WhenImported_ThenTheManifestTellsThemApart()
    {
        await using var node = await TestNode.StartAsync(options => options with { Bulk = new() { ImportBatch = 2 } });
        await node.RunAsync("POST", "$import", TwoPatients, Ndjson);
        const string again = """
            {"resourceType":"Patient","id":"a","active":true}
            {"resourceType":"Patient","id":"b","birthDate":"2001"}
            {"resourceType":"Patient","id":"c"}
            {"resourceType":"Patient","id":"d"}
            {"resourceType":"Patient","id":"d","active":false}
            {"resourceType":"Observation","id":"o","status":"final","code":{"text":"c"}}
            """;
        var manifest = await node.RunAsync("POST", "$import", again, Ndjson);
        Assert.Equal(["Observation 1: 1 0 0", "Patient 5: 2 2 1"], manifest.GetProperty("output").EnumerateArray().Select(Outcome));

        static string Outcome(JsonElement item)
            => $"{item.GetProperty("type")} {item.GetProperty("count")}: {item.GetProperty("created")} {item.GetProperty("updated")} {item.GetProperty("unchanged")}";
    }

    [Fact]
    public async Task GivenFaultyLines_WhenImported_ThenTheErrorFileTellsThemByNumberAndTheOthersAreStored()
    {
        await using var node = await TestNode.StartAsync();
        const string lines = """
            {"resourceType":"Patient","id":"a"}
            {"resourceType":"Patient","id":"b","gender":"other-than-known"}
            not json
            {"resourceType":"Nothing","id":"c"}
            {"resourceType":"Patient","id":"no id"}
            {"resourceType":"Task","id":"job-1","status":"requested","intent":"order"}
            {"resourceType":"Patient","id":"z"}
            """;
        var manifest = await node.RunAsync("POST", "$import", lines, Ndjson);
        Assert.Equal(new() { ["Patient"] = 2 }, Counts(manifest));
        var errors = await node.LinesAsync(manifest, "error");
        Assert.Equal(["2", "3", "4", "5", "6"], errors.Select(error => error.GetProperty("extension")[0].GetProperty("valueInteger64").GetString()));
        Assert.All(errors, error => Assert.Equal("error", error.GetProperty("issue")[0].GetProperty("severity").GetString()));
        Assert.StartsWith("body, line 2: ", errors[0].GetProperty("issue")[0].GetProperty("diagnostics").GetString());
        Assert.Equal("Patient.gender", errors[0].GetProperty("issue")[0].GetProperty("expression")[0].GetString());
        (await node.GetAsync("Patient/z")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GivenAPolicyThatWarns_WhenImported_ThenFaultyResourcesAreStoredWithARemark()
    {
        await using var node = await TestNode.StartAsync(options => options with { Validation = ValidationPolicy.Warn });
        var manifest = await node.RunAsync("POST", "$import", """{"resourceType":"Patient","id":"a","gender":"none"}""", Ndjson);
        Assert.Equal(new() { ["Patient"] = 1 }, Counts(manifest));
        Assert.Equal("Patient.gender", (await node.LinesAsync(manifest, type: "OperationOutcome")).Single().GetProperty("issue")[0].GetProperty("expression")[0].GetString());
    }

    [Theory]
    [InlineData("application/fhir+ndjson; fhirVersion=4.0", "")]
    [InlineData("application/fhir+ndjson", "?fhirVersion=4.0")]
    public async Task GivenR4_WhenImported_ThenItIsConvertedAndWhatHasNoPlaceIsTold(string contentType, string query)
    {
        await using var node = await TestNode.StartAsync();
        const string encounter = """{"resourceType":"Encounter","id":"e","status":"finished","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},"statusHistory":[{"status":"planned","period":{"start":"2019"}}]}""";
        var manifest = await node.RunAsync("POST", "$import" + query, encounter, contentType);
        Assert.Equal(new() { ["Encounter"] = 1 }, Counts(manifest));
        Assert.Equal("completed", (await node.GetAsync("Encounter/e")).Json.GetProperty("status").GetString());
        Assert.Equal("Encounter.statusHistory", Assert.Single(await node.LinesAsync(manifest, type: "OperationOutcome")).GetProperty("issue")[0].GetProperty("expression")[0].GetString());
    }

    [Fact]
    public async Task GivenAFileInTheFolder_WhenImportedByUrl_ThenItIsRead()
    {
        var folder = Directory.CreateTempSubdirectory("genomed-import-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "p.ndjson"), TwoPatients, TestContext.Current.CancellationToken);
        await using var node = await TestNode.StartAsync(options => options with { Bulk = new() { ImportDirectory = folder } });
        var manifest = await node.RunAsync("POST", "$import", Parameters($"file://{folder}/p.ndjson"));
        Assert.Equal(new() { ["Patient"] = 2 }, Counts(manifest));
        Assert.Equal("http://hospital.example", manifest.GetProperty("inputSource").GetString());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task GivenAHostThatIsAllowed_WhenImportedByUrl_ThenItIsFetchedAndRedirectsAreNot()
    {
        await using var other = WebApplication.CreateSlimBuilder().Build();
        other.Urls.Add("http://127.0.0.1:0");
        other.MapGet("/p", () => Results.Text(TwoPatients, Ndjson));
        other.MapGet("/elsewhere", () => Results.Redirect("/p"));
        await other.StartAsync(TestContext.Current.CancellationToken);
        var host = new Uri(other.Urls.First());
        await using var node = await TestNode.StartAsync(options => options with { Bulk = new() { ImportHosts = [host.Authority] } });
        Assert.Equal(new() { ["Patient"] = 2 }, Counts(await node.RunAsync("POST", "$import", Parameters($"{host}p"))));

        var refused = (await node.PollAsync(await node.KickOffAsync("POST", "$import", Parameters($"{host}elsewhere")))).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Contains("answered 302", refused.ToString());
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/x", HttpStatusCode.Forbidden)]
    [InlineData("http://allowed.example.evil/x", HttpStatusCode.Forbidden)]
    [InlineData("http://allowed.example:8080/x", HttpStatusCode.Forbidden)]
    [InlineData("http://allowed.example@127.0.0.1/x", HttpStatusCode.Forbidden)]
    [InlineData("file:///etc/passwd", HttpStatusCode.Forbidden)]
    [InlineData("file:///var/import/../../etc/passwd", HttpStatusCode.Forbidden)]
    [InlineData("file:///var/import%2f..%2f..%2fetc/passwd", HttpStatusCode.Forbidden)]
    [InlineData("file:///var/import-other/x", HttpStatusCode.Forbidden)]
    [InlineData("file:///var/import/none", HttpStatusCode.NotFound)]
    [InlineData("ftp://allowed.example/x", HttpStatusCode.BadRequest)]
    [InlineData("p.ndjson", HttpStatusCode.BadRequest)]
    public async Task GivenAUrlThatIsNotAllowed_WhenImported_ThenItIsRefusedAtOnce(string url, HttpStatusCode status)
    {
        await using var node = await TestNode.StartAsync(options => options with { Bulk = new() { ImportDirectory = "/var/import", ImportHosts = ["allowed.example"] } });
        (await node.PostAsync("$import", Parameters(url), ("Prefer", "respond-async"))).ShouldBe(status);
    }

    [Fact]
    public async Task GivenManyLines_WhenImported_ThenEveryOneIsThereOnce()
    {
        await using var node = await TestNode.StartAsync(options => options with { Bulk = new() { ImportBatch = 100 } });
        var lines = new StringBuilder();
        for (var i = 0; i < 2_345; i++)
        {
            lines.Append($$$"""{"resourceType":"Observation","id":"o{{{i}}}","status":"final","code":{"text":"c"}}""").Append('\n');
        }

        Assert.Equal(new() { ["Observation"] = 2_345 }, Counts(await node.RunAsync("POST", "$import", lines.ToString(), Ndjson)));
        Assert.Equal(2_345, (await node.GetAsync("Observation?_count=0")).Json.GetProperty("total").GetInt32());
        Assert.Equal(2_345, (await node.GetAsync("Observation/_history?_count=1")).Json.GetProperty("total").GetInt32());
        Assert.DoesNotContain((await node.GetAsync("Binary?_count=100")).Json.GetProperty("entry").EnumerateArray(), entry => entry.ToString().Contains("-cursor"));
    }

    [Fact]
    public async Task GivenNothingToImport_WhenKickedOff_ThenTheAnswerSaysWhatIsMissing()
    {
        await using var node = await TestNode.StartAsync();
        (await node.PostAsync("$import", """{"resourceType":"Parameters"}""", ("Prefer", "respond-async"))).ShouldBe(HttpStatusCode.BadRequest);
        (await node.SendAsync("POST", "$import", TwoPatients, Ndjson)).ShouldBe(HttpStatusCode.BadRequest);
        (await node.SendAsync("GET", "$import", null, null, ("Prefer", "respond-async"))).ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await node.SendAsync("POST", "$import", TwoPatients, "application/fhir+ndjson; fhirVersion=3.0", ("Prefer", "respond-async"))).ShouldBe(HttpStatusCode.BadRequest);
    }
}
