using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Gates;
using static GenoMed.Fhir.Cli.Tests.GenomedRun;

namespace GenoMed.Fhir.Cli.Tests.Synthesis;

/// <summary>From a registered generator to published FHIR, with real processes.</summary>
public sealed class GenerateCommandTests
{
    [Fact]
    public async Task GivenAGenerator_WhenFilesAreWrittenAndImportedIntoAnEmptyNode_ThenTheyAreValidAndTheExtractedFeaturesAreTheRows()
    {
        using var folder = new TemporaryFolder();
        var model = await ModelFolder.WriteAsync(folder["model"]);
        await DoneAsync("generate", "--model", model, "--n", "60", "--seed", "3", "--where", "AGE > 50", "--share", "SF3B1=0.5", "--out", folder["out"], "--format", "ndjson,bundle,csv", "--json", folder["result.json"]);
        Assert.Contains("0 with errors", await DoneAsync("validate", Path.Combine(folder["out"], "fhir"), Path.Combine(folder["out"], "bundles.ndjson")), StringComparison.Ordinal);

        await using var node = await OpenNode.StartAsync(folder["node"]);
        using var http = new HttpClient();
        var lines = string.Concat(Directory.GetFiles(Path.Combine(folder["out"], "fhir")).Select(File.ReadAllText));
        await JobAsync(http, $"{node.Url}/$import", lines, "application/fhir+ndjson");
        Assert.Equal(60, await node.CountAsync("Patient"));

        var id = Json(await File.ReadAllTextAsync(folder["result.json"], TestContext.Current.CancellationToken)).GetProperty("library").GetString();
        var extracted = await PostAsync(http, $"{node.Url}/$extract-dataset", Parameters($$"""{"name":"guide","valueString":"mds"},{"name":"cohort","valueReference":{"reference":"Group/{{id}}"} }"""));
        var dataset = extracted.GetProperty("parameter").EnumerateArray().First(parameter => parameter.GetProperty("name").GetString() == "dataset").GetProperty("valueId").GetString();
        var (rows, back) = (Columns(await File.ReadAllTextAsync(Path.Combine(folder["out"], "data.csv"), TestContext.Current.CancellationToken)), Columns(await ExportedAsync(http, node.Url, dataset!)));
        Assert.All(rows, column => Assert.Equal(column.Value, back[column.Key]));
        Assert.Equal(30, rows["mut_SF3B1"].Count(cell => cell == "1"));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task GivenASetAtANode_WhenReleasedAndPublished_ThenItIsTheSameSetAsOnDiskAndReadOnly(string engine)
    {
        using var stores = new Engine(engine);
        using var folder = new TemporaryFolder();
        var model = await ModelFolder.WriteAsync(folder["model"]);
        await DoneAsync("generate", "--model", model, "--n", "40", "--out", folder["out"], "--format", "csv", "--json", folder["local.json"]);
        await using var hospital = await OpenNode.StartAsync(folder["hospital"], stores.New());
        await using var publication = await OpenNode.StartAsync(folder["publication"], ["--publication", .. stores.New()]);
        using var http = new HttpClient();

        await DoneAsync("generate", "--model", model, "--n", "40", "--to", hospital.Url, "--licence", "CC-BY-4.0", "--publisher", "Test hospital", "--json", folder["remote.json"]);
        var (local, remote) = (Json(File.ReadAllText(folder["local.json"])), Json(File.ReadAllText(folder["remote.json"])));
        Assert.Equal(local.GetProperty("sha256").GetString(), remote.GetProperty("sha256").GetString());
        var (id, sha256) = (remote.GetProperty("library").GetString()!, remote.GetProperty("sha256").GetString()!);

        string[] publish = ["publish", "--library", id, "--from", hospital.Url, "--to", publication.Url];
        var refused = await Genomed.RunAsync(publish);
        Assert.Equal(1, refused.Exit);
        Assert.Contains("is draft: it is published when it is released", refused.Errors, StringComparison.Ordinal);

        var gates = string.Join(',', PrivacyGates.Names.Select(name => $$"""{"code":{"coding":[{"code":"gate-{{name}}"}]},"measureScoreCodeableConcept":{"coding":[{"code":"passed"}]} }"""));
        await PutAsync(http, $"{hospital.Url}/MeasureReport/safe", $$"""{"resourceType":"MeasureReport","id":"safe","status":"complete","type":"summary","period":{"start":"2026-01-01","end":"2026-01-02"},"identifier":[{"value":"{{sha256}}"}],"group":[{{gates}}]}""");
        await PostAsync(http, $"{hospital.Url}/Library/{id}/$release", Parameters("""{"name":"report","valueReference":{"reference":"MeasureReport/safe"}}"""));
        await DoneAsync(publish);
        Assert.Contains("40 patients", await DoneAsync(publish), StringComparison.Ordinal);

        Assert.Equal(40, await publication.CountAsync("Patient"));
        Assert.True(await publication.ExistsAsync($"Library/{id}"));
        Assert.True(await publication.ExistsAsync("MeasureReport/safe"));
        using var write = await http.PostAsync($"{publication.Url}/Patient", new StringContent("""{"resourceType":"Patient"}""", Encoding.UTF8, "application/fhir+json"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, write.StatusCode);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task GivenANodeThatIsKilledInTheMiddle_WhenItStartsAgain_ThenTheSetIsThereWhole(string engine)
    {
        using var stores = new Engine(engine);
        var store = stores.New();
        using var folder = new TemporaryFolder();
        var model = await ModelFolder.WriteAsync(folder["model"]);
        var node = await OpenNode.StartAsync(folder["node"], store);
        await using (node)
        {
            using var generate = Genomed.Start("generate", "--model", model, "--n", "1500", "--to", node.Url, "--licence", "CC-BY-4.0", "--publisher", "Test hospital");
            await UntilAsync(async () => await node.CountAsync("Patient") > 0);
            await node.KillAsync();
        }

        await using var again = await OpenNode.StartAsync(folder["node"], store);
        await UntilAsync(async () => await again.CountAsync("Group") == 1);
        Assert.Equal(1500, await again.CountAsync("Patient"));
        Assert.Equal(2, await again.CountAsync("Library"));
    }

    [Fact]
    public async Task GivenANodeThatIsKilledInTheMiddle_WhenItStartsAgainAndRefusesTheModel_ThenNothingOfTheSetIsLeft()
    {
        using var folder = new TemporaryFolder();
        var model = await ModelFolder.WriteAsync(folder["model"]);
        await using (var node = await OpenNode.StartAsync(folder["node"]))
        {
            using var generate = Genomed.Start("generate", "--model", model, "--n", "1500", "--to", node.Url, "--licence", "CC-BY-4.0", "--publisher", "Test hospital");
            await UntilAsync(async () => await node.CountAsync("Patient") > 0);
            await node.KillAsync();
        }

        await using var again = await OpenNode.StartAsync(folder["node"], "--minimum-patients", "600");
        await UntilAsync(async () => await again.CountAsync("Patient") == 0);
        await UntilAsync(async () => (await again.TextAsync("Task")).Contains("\"status\":\"failed\"", StringComparison.Ordinal));
        foreach (var type in new[] { "Condition", "GenomicStudy", "Group", "Library" })
        {
            Assert.Equal(0, await again.CountAsync(type));
        }

        Assert.Equal(0, await again.CountAsync("Observation?subject:missing=false"));
    }

    [Fact]
    public async Task GivenABadModelOrRequest_WhenAsked_ThenItIsSaidWhatIsWrongAndNothingIsWritten()
    {
        using var folder = new TemporaryFolder();
        var model = await ModelFolder.WriteAsync(folder["model"]);
        var small = await ModelFolder.WriteAsync(folder["small"], card => card with { Patients = new Dictionary<string, int> { ["north"] = 500, ["south"] = 9 } });
        var old = await ModelFolder.WriteAsync(folder["old"], card => card with { Patients = new Dictionary<string, int>() });
        var foreign = await ModelFolder.WriteAsync(folder["foreign"], card => card with { PlanHash = new string('0', 64) });
        async Task Refused(int exit, string because, params string[] arguments)
        {
            var (code, _, errors) = await Genomed.RunAsync(["generate", .. arguments]);
            Assert.True(code == exit, errors);
            Assert.Contains(because, errors, StringComparison.Ordinal);
        }

        await Refused(2, "--out FOLDER for files, or --to URL", "--model", model);
        await Refused(2, "--licence", "--model", model, "--to", "http://127.0.0.1:1/fhir");
        await Refused(2, "ndjson, bundle and csv", "--model", model, "--out", folder["out"], "--format", "xml");
        await Refused(1, "1 to 1000000 patients", "--model", model, "--out", folder["out"], "--n", "0");
        await Refused(1, "no feature 'EYES'", "--model", model, "--out", folder["out"], "--where", "EYES=blue");
        await Refused(1, "fewer than 10 patients at node 'south'", "--model", small, "--out", folder["out"]);
        await Refused(1, "does not say on how many", "--model", old, "--out", folder["out"]);
        await Refused(1, "planHash", "--model", foreign, "--out", folder["out"]);
        var cut = await ModelFolder.WriteAsync(folder["cut"]);
        await File.WriteAllTextAsync(Path.Combine(cut, "card.json"), (await File.ReadAllTextAsync(Path.Combine(model, "card.json"), TestContext.Current.CancellationToken))[..100], TestContext.Current.CancellationToken);
        await Refused(1, "is no card of a model", "--model", cut, "--out", folder["out"]);
        File.Delete(Path.Combine(foreign, "model.safetensors"));
        await Refused(1, "has no model.safetensors", "--model", foreign, "--out", folder["out"]);
        await Refused(1, "has no card.json", "--model", folder["none"], "--out", folder["out"]);
        Assert.False(Directory.Exists(folder["out"]));
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; !await holds(); i++)
        {
            Assert.True(i < 1200, "It never became so.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task JobAsync(HttpClient http, string url, string body, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(type)) };
        request.Headers.TryAddWithoutValidation("Prefer", "respond-async");
        using var accepted = await http.SendAsync(request, TestContext.Current.CancellationToken);
        await UntilAsync(async () =>
        {
            using var poll = await http.GetAsync(accepted.Content.Headers.ContentLocation, TestContext.Current.CancellationToken);
            if (poll.StatusCode == HttpStatusCode.Accepted)
            {
                return false;
            }

            var manifest = await poll.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, Json(manifest).GetProperty("error").GetArrayLength());
            return true;
        });
    }

    private static async Task<JsonElement> PostAsync(HttpClient http, string url, string body)
    {
        using var response = await http.PostAsync(url, new StringContent(body, Encoding.UTF8, "application/fhir+json"), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return Json(text);
    }

    private static async Task PutAsync(HttpClient http, string url, string body)
    {
        using var response = await http.PutAsync(url, new StringContent(body, Encoding.UTF8, "application/fhir+json"), TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string> ExportedAsync(HttpClient http, string url, string dataset)
    {
        using var response = await http.PostAsync($"{url}/$export-dataset", new StringContent(Parameters($$"""{"name":"dataset","valueId":"{{dataset}}"}"""), Encoding.UTF8, "application/fhir+json"), TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var reader = new StreamReader(zip.GetEntry("data.csv")!.Open());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static string Parameters(string parts) => $$"""{"resourceType":"Parameters","parameter":[{{parts}}]}""";

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static Dictionary<string, string[]> Columns(string csv)
    {
        string[][] lines = [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        return lines[0].Select((name, i) => (name, Cells: lines.Skip(1).Select(line => line[i]).ToArray())).ToDictionary(pair => pair.name, pair => pair.Cells);
    }
}
