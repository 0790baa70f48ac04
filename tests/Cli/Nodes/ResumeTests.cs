namespace GenoMed.Fhir.Cli.Tests.Nodes;

/// <summary>A node process is killed in the middle of a job (kill -9) and started again: the job completes, nothing twice, nothing lost.</summary>
public sealed class ResumeTests
{
    private const int Count = 60_000;

    [Fact]
    public async Task GivenANodeKilledInTheMiddleOfAnImport_WhenItStartsAgain_ThenEveryResourceIsThereOnceAndEveryErrorToldOnce()
    {
        using var folder = new TemporaryFolder();
        var job = await KilledAsync(folder, async node =>
        {
            var path = await node.KickOffAsync(HttpMethod.Post, "$import", BulkFile.Observations(Count));
            await node.WaitAsync(async () => await node.TotalAsync("Observation?_count=0") >= 1_000);
            return path;
        });

        await using var again = await BulkNode.StartAsync(folder.Path);
        Assert.InRange(await again.TotalAsync("Observation?_count=0"), 1_000, Count);
        var manifest = await again.ResultAsync(job);
        Assert.Equal(Count, manifest.GetProperty("output").EnumerateArray().Single(item => item.GetProperty("type").GetString() == "Observation").GetProperty("count").GetInt32());
        Assert.Equal(Count, await again.TotalAsync("Observation?_count=0"));
        Assert.Equal(Count, await again.TotalAsync("Observation/_history?_count=1"));
        var errors = await again.LinesAsync(manifest, "error");
        Assert.Equal(Count / 1000, errors.Select(error => error.GetProperty("extension")[0].GetProperty("valueInteger64").GetString()).Distinct().Count());
        Assert.Equal(Count / 1000, errors.Count);
    }

    [Fact]
    public async Task GivenANodeKilledInTheMiddleOfAnExport_WhenItStartsAgain_ThenTheFilesHoldEveryResourceOnceAsOfTheFirstStart()
    {
        using var folder = new TemporaryFolder();
        var job = await KilledAsync(folder, async node =>
        {
            await node.ResultAsync(await node.KickOffAsync(HttpMethod.Post, "$import", BulkFile.Observations(Count)));
            var path = await node.KickOffAsync(HttpMethod.Get, "$export?_type=Observation", null);
            await node.WaitAsync(() => Task.FromResult(WrittenBytes(folder) > 1_000_000));
            return path;
        });

        await using var again = await BulkNode.StartAsync(folder.Path);
        await again.PutAsync("Observation/zzz", """{"resourceType":"Observation","id":"zzz","status":"final","code":{"text":"late"}}""");
        var ids = (await again.LinesAsync(await again.ResultAsync(job), "output")).Select(line => line.GetProperty("id").GetString()).ToList();
        Assert.Equal(Count, ids.Count);
        Assert.Equal(Count, ids.Distinct().Count());
        Assert.DoesNotContain("zzz", ids);
    }

    private static async Task<string> KilledAsync(TemporaryFolder folder, Func<BulkNode, Task<string>> work)
    {
        await using var node = await BulkNode.StartAsync(folder.Path);
        var job = await work(node);
        await node.KillAsync();
        return job;
    }

    private static long WrittenBytes(TemporaryFolder folder)
        => new DirectoryInfo(folder["jobs"]) is { Exists: true } jobs ? jobs.EnumerateFiles("Observation.*", SearchOption.AllDirectories).Sum(file => file.Length) : 0;
}
