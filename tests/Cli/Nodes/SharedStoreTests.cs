using System.Net;
using GenoMed.Fhir.Store.Tests.Postgres;

namespace GenoMed.Fhir.Cli.Tests.Nodes;

/// <summary>Two node processes on one PostgreSQL database.</summary>
public sealed class SharedStoreTests : IAsyncLifetime
{
    private readonly PostgresDatabase _database = new();
    private readonly TemporaryFolder _folder = new();
    private BulkNode _first = null!;
    private BulkNode _second = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PostgresDatabase.Unavailable is not null, PostgresDatabase.Unavailable ?? "");
        await File.WriteAllTextAsync(_folder["node.json"], $$"""
            { "dataDirectory": "unused", "store": { "engine": "postgres", "connectionString": "{{_database.ConnectionString}}", "sharedDirectory": "{{_folder["shared"]}}" } }
            """, Token);
        var both = await Task.WhenAll(StartAsync("first"), StartAsync("second"));
        (_first, _second) = (both[0], both[1]);
    }

    public async ValueTask DisposeAsync()
    {
        await (_first?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_second?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Dispose();
        _database.Dispose();
    }

    [Fact]
    public async Task GivenAWriteAtOneProcess_WhenReadAtTheOther_ThenItIsThereAtOnce()
    {
        for (var i = 0; i < 10; i++)
        {
            await _first.PutAsync($"Patient/p{i}", $$"""{"resourceType":"Patient","id":"p{{i}}","identifier":[{"system":"urn:new-system-{{i}}","value":"1"}]}""");
            Assert.Equal(HttpStatusCode.OK, await _second.SendAsync(HttpMethod.Get, $"Patient/p{i}"));
            Assert.Equal(1, await _second.TotalAsync($"Patient?identifier=urn:new-system-{i}|1"));
            Assert.Equal(i + 1, await _second.TotalAsync("Patient/_history"));
        }
    }

    [Fact]
    public async Task Given16WritersAtTwoProcesses_WhenEachIncrementsWithIfMatch_ThenNoUpdateIsLost()
    {
        const int Writers = 16;
        const int Increments = 3;
        await _first.PutAsync("Basic/c", BulkNode.Counter("Basic/c", 0));
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var done = 0; done < Increments;)
            {
                done += await (writer % 2 == 0 ? _first : _second).TryIncrementAsync("Basic/c") ? 1 : 0;
            }
        }));
        Assert.Equal(Writers * Increments, await _second.CountOfAsync("Basic/c"));
        Assert.Equal(Writers * Increments + 1, await _first.TotalAsync("Basic/c/_history"));
    }

    [Fact]
    public async Task GivenAJobOfOneProcess_WhenPolledOrCancelledAtTheOther_ThenBothAreAnswered()
    {
        var job = await _first.KickOffAsync(HttpMethod.Post, "$import", BulkFile.Observations(2_000));
        var manifest = await _second.ResultAsync(job);
        Assert.Equal(2_000, manifest.GetProperty("output")[0].GetProperty("count").GetInt32());

        var cancelled = await _first.KickOffAsync(HttpMethod.Post, "$import", BulkFile.Observations(60_000));
        Assert.Equal(HttpStatusCode.Accepted, await _second.SendAsync(HttpMethod.Delete, cancelled));
        await _first.WaitAsync(async () => await _first.SendAsync(HttpMethod.Get, cancelled) == HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, await _second.SendAsync(HttpMethod.Get, cancelled));
    }

    [Fact]
    public async Task GivenAnExportOfOneProcess_WhenFetchedFromTheOther_ThenItsFilesAreThere()
    {
        const int Count = 3_000;
        await _first.ResultAsync(await _first.KickOffAsync(HttpMethod.Post, "$import", BulkFile.Observations(Count)));
        var job = await _second.KickOffAsync(HttpMethod.Get, "$export?_type=Observation", null);
        var manifest = await _first.ResultAsync(job);
        var ids = (await _first.LinesAsync(manifest, "output")).Select(line => line.GetProperty("id").GetString()).ToHashSet();
        Assert.Equal(Count, ids.Count);
        Assert.Contains($"o{Count - 1}", ids);
        Assert.Equal(HttpStatusCode.Accepted, await _first.SendAsync(HttpMethod.Delete, job));
        await _second.WaitAsync(async () => await _second.SendAsync(HttpMethod.Get, job) == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task GivenImportsAtBothProcesses_WhenOfTheSameResources_ThenEachIsThereOnce()
    {
        const int Count = 5_000;
        var jobs = await Task.WhenAll(new[] { _first, _second }.Select(node => node.KickOffAsync(HttpMethod.Post, "$import", BulkFile.Observations(Count))));
        var outputs = new[] { await _second.ResultAsync(jobs[0]), await _first.ResultAsync(jobs[1]) }.Select(manifest => manifest.GetProperty("output")[0]).ToList();
        Assert.Equal(Count, outputs.Sum(output => output.GetProperty("created").GetInt32()));
        Assert.Equal(Count, outputs.Sum(output => output.GetProperty("unchanged").GetInt32()));
        Assert.Equal(Count, await _first.TotalAsync("Observation/_history?_count=1"));
    }

    [Fact]
    public async Task GivenOneProcessKilledInTheMiddleOfAnExport_WhenPolledAtTheOther_ThenItFinishesTheJob()
    {
        const int Count = 20_000;
        await _first.ResultAsync(await _first.KickOffAsync(HttpMethod.Post, "$import", BulkFile.Observations(Count)));
        var job = await _first.KickOffAsync(HttpMethod.Get, "$export?_type=Observation", null);
        await _first.KillAsync();
        var manifest = await _second.ResultAsync(job);
        var ids = (await _second.LinesAsync(manifest, "output")).Select(line => line.GetProperty("id").GetString()).ToList();
        Assert.Equal(Count, ids.Count);
        Assert.Equal(Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task GivenOneProcessKilledInTheMiddleOfAnImport_WhenPolledAtTheOther_ThenItFinishesTheJob()
    {
        const int Count = 40_000;
        var job = await _first.KickOffAsync(HttpMethod.Post, "$import", BulkFile.Observations(Count));
        await _first.WaitAsync(async () => await _second.TotalAsync("Observation?_count=0") >= 1_000);
        await _first.KillAsync();
        var manifest = await _second.ResultAsync(job);
        Assert.Equal(Count, manifest.GetProperty("output")[0].GetProperty("count").GetInt32());
        Assert.Equal(Count, await _second.TotalAsync("Observation?_count=0"));
        Assert.Equal(Count, await _second.TotalAsync("Observation/_history?_count=1"));
    }

    private Task<BulkNode> StartAsync(string name) => BulkNode.StartAsync(_folder[name], "--config", _folder["node.json"]);
}
