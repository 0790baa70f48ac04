using System.Net;
using System.Text.Json;
using GenoMed.Fhir.Node.Tests.Support;
using GenoMed.Fhir.Store;
using Microsoft.Extensions.DependencyInjection;

namespace GenoMed.Fhir.Node.Tests.Bulk;

/// <summary><c>_typeFilter</c> is judged as of the export's transactionTime, whatever is written while it runs.</summary>
public sealed class TypeFilterTests
{
    [Theory]
    [InlineData("$export?_type=Observation,Patient&_typeFilter=Patient%3Fgender%3Dfemale")]
    [InlineData("$export?_type=Observation,Patient&_typeFilter=Patient%3F_has:Observation:patient:code%3D718-7")]
    public async Task GivenChangesAfterTheBeginning_WhenATypeIsWritten_ThenItsFiltersHoldAsOfTheTransactionTime(string url)
    {
        var (node, store) = await StartAsync();
        await using var running = node;
        store.BeforeScan = async type =>
        {
            if (type == "Observation")
            {
                store.BeforeScan = static _ => Task.CompletedTask;
                await PutAsync(node, "b", "female");
                await PutAsync(node, "a", "male");
                (await node.SendAsync("DELETE", "Observation/o")).ShouldBe(HttpStatusCode.NoContent);
                (await node.PutAsync("Observation/n", Observation("n", "b"))).ShouldBe(HttpStatusCode.Created);
            }
        };

        var manifest = await node.RunAsync("GET", url);
        Assert.Equal(["a female"], await PatientsAsync(node, manifest));
        Assert.Equal("b female", (await PatientsAsync(node, await node.RunAsync("GET", url))).Single());
    }

    [Fact]
    public async Task GivenAChangeWhileTheFiltersAreAsked_WhenExported_ThenTheInstantIsChosenAnew()
    {
        var (node, store) = await StartAsync();
        await using var running = node;
        store.AfterSearch = async type =>
        {
            if (type == "Patient")
            {
                store.AfterSearch = static _ => Task.CompletedTask;
                await PutAsync(node, "b", "female");
            }
        };

        var manifest = await node.RunAsync("GET", "$export?_type=Patient&_typeFilter=Patient%3Fgender%3Dfemale");
        Assert.Equal(["a female", "b female"], await PatientsAsync(node, manifest));
        var changed = (await node.GetAsync("Patient/b")).Json.GetProperty("meta").GetProperty("lastUpdated").GetDateTimeOffset();
        Assert.True(manifest.GetProperty("transactionTime").GetDateTimeOffset() >= changed);
    }

    [Fact]
    public async Task GivenAStoreThatNeverRests_WhenExported_ThenItEndsNevertheless()
    {
        var (node, store) = await StartAsync();
        await using var running = node;
        var count = 0;
        store.AfterSearch = type => type == "Patient" ? PutAsync(node, "c", "female", $"Name{count++}") : Task.CompletedTask;
        Assert.Contains("a female", await PatientsAsync(node, await node.RunAsync("GET", "$export?_type=Patient&_typeFilter=Patient%3Fgender%3Dfemale")));
        Assert.True(count > 1);
    }

    private static async Task<(TestNode Node, MeddlingStore Store)> StartAsync()
    {
        var data = Path.Combine(Path.GetTempPath(), "genomed-node-" + Guid.NewGuid().ToString("N"));
        var node = await TestNode.StartAsync(data: data, configure: services => services.AddSingleton<IResourceStore>(
            provider => new MeddlingStore(StoreCatalog.Find("sqlite")!.Open(new StoreLocation(data, null), provider.GetRequiredService<TimeProvider>()))));
        await PutAsync(node, "a", "female");
        await PutAsync(node, "b", "male");
        (await node.PutAsync("Observation/o", Observation("o", "a"))).ShouldBe(HttpStatusCode.Created);
        return (node, (MeddlingStore)node.Services.GetRequiredService<IResourceStore>());
    }

    private static async Task PutAsync(TestNode node, string id, string gender, string family = "X")
    {
        var answer = await node.PutAsync($"Patient/{id}", $$"""{"resourceType":"Patient","id":"{{id}}","gender":"{{gender}}","name":[{"family":"{{family}}"}]}""");
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, answer.Text);
    }

    private static string Observation(string id, string patient)
        => $$$"""{"resourceType":"Observation","id":"{{{id}}}","status":"final","code":{"coding":[{"code":"718-7"}]},"subject":{"reference":"Patient/{{{patient}}}"}}""";

    private static async Task<IEnumerable<string>> PatientsAsync(TestNode node, JsonElement manifest)
        => (await node.LinesAsync(manifest, type: "Patient")).Select(line => $"{line.GetProperty("id").GetString()} {line.GetProperty("gender").GetString()}").Order(StringComparer.Ordinal);
}
