using System.Net;
using System.Text;
using System.Text.Json;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Purge;

public sealed class PurgeTests
{
    private static string Observation(string id, string patient)
        => $$$"""{"resourceType":"Observation","id":"{{{id}}}","status":"final","code":{"text":"c"},"subject":{"reference":"Patient/{{{patient}}}"}}""";

    private static async Task FillAsync(TestNode node)
    {
        await node.PutAsync("Patient/a", """{"resourceType":"Patient","id":"a","name":[{"family":"Rossi"}]}""");
        await node.PutAsync("Patient/a", """{"resourceType":"Patient","id":"a","name":[{"family":"Bianchi"}]}""");
        await node.PutAsync("Patient/b", """{"resourceType":"Patient","id":"b","link":[{"other":{"reference":"Patient/a"},"type":"seealso"}]}""");
        await node.PutAsync("Observation/current", Observation("current", "a"));
        await node.PutAsync("Observation/deleted", Observation("deleted", "a"));
        (await node.SendAsync("DELETE", "Observation/deleted")).ShouldBe(HttpStatusCode.NoContent);
        await node.PutAsync("Observation/moved", Observation("moved", "a"));
        await node.PutAsync("Observation/moved", Observation("moved", "b"));
        await node.PutAsync("Observation/other", Observation("other", "b"));
        await node.PutAsync("Group/g", """{"resourceType":"Group","id":"g","type":"person","membership":"enumerated","member":[{"entity":{"reference":"Patient/a"}},{"entity":{"reference":"Patient/b"}}]}""");
    }

    [Fact]
    public async Task GivenAPatient_WhenPurged_ThenAllVersionsOfTheCompartmentAreGoneAndWhatOthersShareStaysAndIsTold()
    {
        await using var node = await TestNode.StartAsync();
        await FillAsync(node);
        var issues = (await node.PostAsync("Patient/a/$purge", "")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("issue").EnumerateArray().ToList();

        Assert.StartsWith("3 resources of Patient/a", issues[0].GetProperty("diagnostics").GetString());
        Assert.Equal(["Group/g", "Observation/moved"], issues[1..].Select(issue => issue.GetProperty("diagnostics").GetString()!.Split(' ')[0]).Order());
        foreach (var gone in new[] { "Patient/a", "Patient/a/_history/1", "Observation/current", "Observation/deleted", "Observation/deleted/_history/1" })
        {
            (await node.GetAsync(gone)).ShouldBe(HttpStatusCode.NotFound);
        }

        foreach (var kept in new[] { "Patient/b", "Observation/moved", "Observation/other", "Group/g" })
        {
            (await node.GetAsync(kept)).ShouldBe(HttpStatusCode.OK);
        }

        Assert.Equal(1, (await node.GetAsync("Patient/_history")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task GivenAPurge_WhenTheAuditTrailIsRead_ThenItNamesTheOperationAndThePatient()
    {
        string data;
        await using (var node = await TestNode.StartAsync(keepData: true))
        {
            data = node.Data;
            await FillAsync(node);
            await node.PostAsync("Patient/a/$purge", "");
        }

        var entities = File.ReadLines(Path.Combine(data, "audit.ndjson")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("entity")[0]).ToList();
        Directory.Delete(data, recursive: true);
        var purge = entities.Single(entity => Encoding.UTF8.GetString(entity.GetProperty("query").GetBytesFromBase64()).EndsWith("/Patient/a/$purge", StringComparison.Ordinal));
        Assert.Equal("Patient/a", purge.GetProperty("what").GetProperty("reference").GetString());
    }

    [Fact]
    public async Task GivenNobody_WhenPurged_ThenNotFound()
    {
        await using var node = await TestNode.StartAsync();
        (await node.PostAsync("Patient/nobody/$purge", "")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("system/*.cruds", HttpStatusCode.Forbidden)]
    [InlineData("system/Operation.purge", HttpStatusCode.NotFound)]
    public async Task GivenAClient_WhenItPurges_ThenItNeedsTheScopeOfTheOperation(string scopes, HttpStatusCode expected)
    {
        var client = new TestClient("steward", scopes);
        await using var node = await TestNode.StartAsync(options => options with { Open = false, Clients = [client.Registration] });
        (await node.PostAsync("Patient/nobody/$purge", "", await client.TokenAsync(node))).ShouldBe(expected);
    }
}
