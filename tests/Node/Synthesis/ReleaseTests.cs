using System.Net;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Synthesis;

/// <summary><c>Library/id/$release</c> over HTTP.</summary>
public sealed class ReleaseTests
{
    private static readonly (string, string)[] Passed = Sets.Passed;

    [Fact]
    public async Task GivenADraftAndAGoodReport_WhenReleased_ThenItIsActiveAndNamesTheReportAndWhoReleasedIt()
    {
        await using var node = await TestNode.StartAsync();
        var set = await node.GenerateAsync(TrainedModel.Input(20));
        var report = await node.ReportAsync(set["sha256"], gates: Passed);

        Assert.Equal(set["sha256"], Sets.Values((await node.ReleaseAsync(set["library"], report)).ShouldBe(HttpStatusCode.OK).Json)["sha256"]);
        var library = (await node.GetAsync(set["library"])).Json;

        Assert.Equal("active", library.GetProperty("status").GetString());
        Assert.Contains(library.GetProperty("relatedArtifact").EnumerateArray(), artifact => artifact.GetProperty("type").GetString() == "justification" && artifact.GetProperty("resourceReference").GetProperty("reference").GetString() == report);
        var release = (await node.GetAsync($"Provenance/{set["library"].Split('/')[1]}-release")).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal("anonymous", release.GetProperty("agent")[0].GetProperty("who").GetProperty("display").GetString());
        Assert.Contains(Synthetic.TagSystem, (await node.GetAsync(report)).Json.GetProperty("meta").GetRawText(), StringComparison.Ordinal);
        (await node.SendAsync("POST", "Library/$validate", library.GetRawText(), Sets.Json)).ShouldBe(HttpStatusCode.OK);
        Assert.Contains("anonymous", await TextFile.LineWithAsync(Path.Combine(node.Data, "audit.ndjson"), Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"POST /fhir/{set["library"]}/$release"))), StringComparison.Ordinal);

        Assert.Contains("is active", (await node.ReleaseAsync(set["library"], report)).ShouldBe(HttpStatusCode.Conflict).Diagnostics, StringComparison.Ordinal);
        var again = await node.SendAsync("POST", "$generate-synthetic", TrainedModel.Body(TrainedModel.Input(20)), Sets.Json, ("Prefer", "respond-async"));
        Assert.Contains("is active already", again.ShouldBe(HttpStatusCode.Conflict).Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenReportsThatDoNotLetItGo_WhenReleased_ThenEachIsRefusedAndTheSetStaysADraft()
    {
        await using var node = await TestNode.StartAsync();
        var set = await node.GenerateAsync(TrainedModel.Input(12));
        async Task Refused(string report, HttpStatusCode status, string because)
            => Assert.Contains(because, (await node.ReleaseAsync(set["library"], report)).ShouldBe(status).Diagnostics, StringComparison.Ordinal);

        await Refused("MeasureReport/none", HttpStatusCode.NotFound, "There is no MeasureReport/none");
        await Refused("Library/x", HttpStatusCode.BadRequest, "MeasureReport/id");
        await Refused(await node.ReportAsync(new string('0', 64), "other", gates: Passed), HttpStatusCode.UnprocessableEntity, "another data set");
        await Refused(await node.ReportAsync(set["sha256"], "failed", gates: [.. Passed[..^1], ("gate-inference", "failed")]), HttpStatusCode.UnprocessableEntity, "gate-inference says failed");
        await Refused(await node.ReportAsync(set["sha256"], "another", gates: [.. Passed, ("gate-own", "failed")]), HttpStatusCode.UnprocessableEntity, "gate-own says failed");
        await Refused(await node.ReportAsync(set["sha256"], "partial", gates: Passed[1..]), HttpStatusCode.UnprocessableEntity, "lacks gate-nndr-median");
        await Refused(await node.ReportAsync(set["sha256"], "gateless", gates: [("csf", "passed")]), HttpStatusCode.UnprocessableEntity, "lacks gate-");
        await Refused(await node.ReportAsync(set["sha256"], "pending", "pending", Passed), HttpStatusCode.UnprocessableEntity, "not complete");

        Assert.Equal("draft", (await node.GetAsync(set["library"])).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task GivenAPatientThatWasChangedAfterTheReport_WhenReleased_ThenItIsRefused()
    {
        await using var node = await TestNode.StartAsync();
        var set = await node.GenerateAsync(TrainedModel.Input(12));
        var report = await node.ReportAsync(set["sha256"], gates: Passed);
        var condition = (await node.GetAsync($"Condition?{Sets.Tagged}&_count=1")).Json.GetProperty("entry")[0].GetProperty("resource");
        var age = condition.GetProperty("onsetAge").GetProperty("value").GetRawText();

        (await node.SendAsync("PUT", $"Condition/{condition.GetProperty("id").GetString()}", condition.GetRawText().Replace($"\"onsetAge\":{{\"value\":{age}", "\"onsetAge\":{\"value\":77.7", StringComparison.Ordinal), Sets.Json)).ShouldBe(HttpStatusCode.OK);

        Assert.Contains("not those of the set's CSV", (await node.ReleaseAsync(set["library"], report)).ShouldBe(HttpStatusCode.UnprocessableEntity).Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAPatientOfWhomSomethingIsToldBesideTheFeatures_WhenReleased_ThenItIsRefusedUntilItIsGone()
    {
        await using var node = await TestNode.StartAsync();
        var set = await node.GenerateAsync(TrainedModel.Input(12));
        var report = await node.ReportAsync(set["sha256"], gates: Passed);
        var patient = (await node.GetAsync($"Patient?{Sets.Tagged}&_count=1")).Json.GetProperty("entry")[0].GetProperty("resource");
        var reference = $"Patient/{patient.GetProperty("id").GetString()}";
        var meta = patient.GetProperty("meta");
        var labels = $$"""{"security":{{meta.GetProperty("security").GetRawText()}},"tag":{{meta.GetProperty("tag").GetRawText()}}}""";
        async Task RefusedFor(string what)
            => Assert.Contains(what, (await node.ReleaseAsync(set["library"], report)).ShouldBe(HttpStatusCode.UnprocessableEntity).Diagnostics, StringComparison.Ordinal);

        var letter = $$"""{"resourceType":"Observation","id":"letter","meta":{{labels}},"status":"final","code":{"text":"letter"},"subject":{"reference":"{{reference}}"},"valueString":"Jane Real"}""";
        (await node.SendAsync("PUT", "Observation/letter", letter, Sets.Json)).ShouldBe(HttpStatusCode.Created);
        await RefusedFor("Observation/letter is about a patient of the set and is not as it was generated");
        (await node.SendAsync("DELETE", "Observation/letter", null)).ShouldBe(HttpStatusCode.NoContent);

        var named = patient.GetRawText().Replace(meta.GetRawText(), labels, StringComparison.Ordinal).Replace("\"identifier\":", "\"name\":[{\"family\":\"Real\"}],\"identifier\":", StringComparison.Ordinal);
        (await node.SendAsync("PUT", reference, named, Sets.Json)).ShouldBe(HttpStatusCode.OK);
        await RefusedFor($"{reference} is about a patient of the set");
        (await node.SendAsync("PUT", reference, patient.GetRawText(), Sets.Json)).ShouldBe(HttpStatusCode.OK);

        var panel = (await node.GetAsync($"GenomicStudy?{Sets.Tagged}&_count=1")).Json.GetProperty("entry")[0].GetProperty("resource").GetProperty("analysis")[0].GetProperty("regionsStudied")[0].GetProperty("reference").GetString()!;
        var shared = (await node.GetAsync(panel)).Text;
        (await node.SendAsync("PUT", panel, shared.Replace("\"status\":", "\"note\":[{\"text\":\"Jane Real\"}],\"status\":", StringComparison.Ordinal), Sets.Json)).ShouldBe(HttpStatusCode.OK);
        await RefusedFor($"{panel}, to which the set's patients refer");
        (await node.SendAsync("PUT", panel, shared, Sets.Json)).ShouldBe(HttpStatusCode.OK);

        (await node.ReleaseAsync(set["library"], report)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenADraftThatWasChangedOrHasOtherRows_WhenGeneratedAgain_ThenItIsTheSetOfTheRequestAndIsReleased(bool ofAnotherVersion)
    {
        await using var node = await TestNode.StartAsync();
        var set = await node.GenerateAsync(TrainedModel.Input(12));
        var condition = (await node.GetAsync($"Condition?{Sets.Tagged}&_count=1")).Json.GetProperty("entry")[0].GetProperty("resource");
        var age = condition.GetProperty("onsetAge").GetProperty("value").GetRawText();
        (await node.SendAsync("PUT", $"Condition/{condition.GetProperty("id").GetString()}", condition.GetRawText().Replace($"\"onsetAge\":{{\"value\":{age}", "\"onsetAge\":{\"value\":77.7", StringComparison.Ordinal), Sets.Json)).ShouldBe(HttpStatusCode.OK);
        if (ofAnotherVersion)
        {
            var library = (await node.GetAsync(set["library"])).Text.Replace(set["sha256"], new string('0', 64), StringComparison.Ordinal);
            (await node.SendAsync("PUT", set["library"], library, Sets.Json)).ShouldBe(HttpStatusCode.OK);
        }

        var again = await node.GenerateAsync(TrainedModel.Input(12));

        Assert.Equal((set["library"], set["sha256"]), (again["library"], again["sha256"]));
        (await node.ReleaseAsync(set["library"], await node.ReportAsync(set["sha256"], gates: Passed))).ShouldBe(HttpStatusCode.OK);
        Assert.Equal(ofAnotherVersion ? 12 : 14, (await node.GetAsync("Condition/_history")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task GivenAWriteThatGoesAroundTheGates_WhenSent_ThenItIsForbidden()
    {
        await using var node = await TestNode.StartAsync();
        var set = await node.GenerateAsync(TrainedModel.Input(12));
        var active = (await node.GetAsync(set["library"])).Text.Replace("\"status\":\"draft\"", "\"status\":\"active\"", StringComparison.Ordinal);

        Assert.Contains("$release", (await node.SendAsync("PUT", set["library"], active, Sets.Json)).ShouldBe(HttpStatusCode.Forbidden).Diagnostics, StringComparison.Ordinal);
        Assert.Contains("$release", (await node.SendAsync("PATCH", set["library"], """[{"op":"replace","path":"/status","value":"active"}]""", "application/json-patch+json")).ShouldBe(HttpStatusCode.Forbidden).Diagnostics, StringComparison.Ordinal);
        var bundle = $$"""{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{{active}},"request":{"method":"PUT","url":"{{set["library"]}}"} }]}""";
        (await node.SendAsync("POST", "", bundle, Sets.Json)).ShouldBe(HttpStatusCode.Forbidden);
        foreach (var disguise in (string[])[active.Replace("asset-collection", "logic-library", StringComparison.Ordinal), active.Replace("\"code\":\"synthetic\"", "\"code\":\"other\"", StringComparison.Ordinal)])
        {
            Assert.NotEqual(active, disguise);
            Assert.Contains("$release", (await node.SendAsync("POST", "Library", disguise, Sets.Json)).ShouldBe(HttpStatusCode.Forbidden).Diagnostics, StringComparison.Ordinal);
        }

        Assert.Equal("draft", (await node.GetAsync(set["library"])).Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task GivenAClientWithoutTheReleaseScope_WhenItReleases_ThenItIsRefusedAndOneWithItIsNot()
    {
        var maker = new TestClient("maker", "system/*.cruds system/Operation.generate-synthetic");
        var steward = new TestClient("steward", "system/Operation.release");
        await using var node = await TestNode.StartAsync(options => options with { Open = false, Clients = [maker.Registration, steward.Registration] });
        var token = await maker.TokenAsync(node);
        var set = await node.GenerateAsync(TrainedModel.Input(12), token);
        node.Client.DefaultRequestHeaders.TryAddWithoutValidation(token.Name, token.Value);
        var report = await node.ReportAsync(set["sha256"], gates: Passed);

        Assert.Contains("system/Operation.release", (await node.ReleaseAsync(set["library"], report)).ShouldBe(HttpStatusCode.Forbidden).Diagnostics, StringComparison.Ordinal);
        node.Client.DefaultRequestHeaders.Clear();
        (await node.ReleaseAsync(set["library"], report, await steward.TokenAsync(node))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GivenALibraryThatIsNoSyntheticSet_WhenReleased_ThenItIsRefused()
    {
        await using var node = await TestNode.StartAsync();
        (await node.SendAsync("PUT", "Library/x", """{"resourceType":"Library","id":"x","status":"draft","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/library-type","code":"asset-collection"}]}}""", Sets.Json)).ShouldBe(HttpStatusCode.Created);

        Assert.Contains("no synthetic data set", (await node.ReleaseAsync("Library/x", "MeasureReport/y")).ShouldBe(HttpStatusCode.UnprocessableEntity).Diagnostics, StringComparison.Ordinal);
        (await node.ReleaseAsync("Library/none", "MeasureReport/y")).ShouldBe(HttpStatusCode.NotFound);
    }
}
