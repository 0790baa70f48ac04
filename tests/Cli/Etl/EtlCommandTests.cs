using System.Text;
using System.Text.Json;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Cohorts;

namespace GenoMed.Fhir.Cli.Tests.Etl;

/// <summary>Bad files as a hospital would send them, and a load that is interrupted.</summary>
public sealed class EtlCommandTests
{
    [Fact]
    public async Task GivenAGoodFile_WhenChecked_ThenItIsClean()
    {
        using var folder = new TemporaryFolder();
        var (exit, output, _) = await CheckAsync(folder, await RowsAsync(folder, 100));
        Assert.True(exit == 0, output);
        Assert.Contains("100 good", output);
    }

    [Fact]
    public async Task GivenAMissingColumn_WhenChecked_ThenItIsNamed()
    {
        using var folder = new TemporaryFolder();
        var rows = await RowsAsync(folder, 100);
        var age = Array.IndexOf(rows[0].Split(','), "AGE");
        var (exit, output, _) = await CheckAsync(folder, [.. rows.Select(row => string.Join(',', row.Split(',').Where((_, i) => i != age)))]);
        Assert.Equal(1, exit);
        Assert.Contains("AGE", output);
    }

    [Fact]
    public async Task GivenTextWhereANumberBelongs_WhenChecked_ThenFileRowAndColumnAreNamed()
    {
        using var folder = new TemporaryFolder();
        var (exit, output, _) = await CheckAsync(folder, Replace(await RowsAsync(folder, 100), 7, "HB", "nine"));
        Assert.Equal(1, exit);
        Assert.Contains("bad.csv", output);
        Assert.Contains("row 8", output);
        Assert.Contains("HB", output);
        Assert.Contains("nine", output);
    }

    [Fact]
    public async Task GivenAWrongUnit_WhenChecked_ThenBothUnitsAreNamed()
    {
        using var folder = new TemporaryFolder();
        var rows = await RowsAsync(folder, 100);
        rows[0] = string.Join(',', rows[0].Split(',').Select(name => name == "HB" ? "HB [mmHg]" : name));
        var (exit, output, _) = await CheckAsync(folder, rows);
        Assert.Equal(1, exit);
        Assert.Contains("mmHg", output);
        Assert.Contains("g/dL", output);
    }

    [Fact]
    public async Task GivenADuplicatePatient_WhenChecked_ThenBothRowsAreNamed()
    {
        using var folder = new TemporaryFolder();
        var rows = await RowsAsync(folder, 100);
        var (exit, output, _) = await CheckAsync(folder, [.. rows, rows[5]]);
        Assert.Equal(1, exit);
        Assert.Contains(rows[5].Split(',')[0], output);
    }

    [Theory]
    [InlineData("off", 0, 0)]
    [InlineData("warn", 0, 1)]
    [InlineData("reject", 1, 1)]
    public async Task GivenARowThatBreaksARule_WhenChecked_ThenThePolicyDecidesWhatItIs(string policy, int exit, int named)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllLinesAsync(folder["bad.csv"], Replace(Replace(await RowsAsync(folder, 100), 7, "SEX", "F"), 7, "cna_delY", "1"), TestContext.Current.CancellationToken);
        var (code, output, _) = await Genomed.RunAsync("etl", "check", "--file", folder["bad.csv"], "--rules", policy);
        Assert.Equal(exit, code);
        Assert.Equal(named, output.Split('\n').Count(line => line.Contains("row 8, column cna_delY and SEX: 'cna_delY=1, SEX=F' [impossible-combination]", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task GivenAnEmptyFile_WhenChecked_ThenItSaysSo()
    {
        using var folder = new TemporaryFolder();
        var (exit, output, _) = await CheckAsync(folder, []);
        Assert.Equal(1, exit);
        Assert.Contains("empty", output);
    }

    [Fact]
    public async Task GivenALineWithoutEnd_WhenChecked_ThenMemoryStaysSmallAndTheLineIsNamed()
    {
        using var folder = new TemporaryFolder();
        var rows = await RowsAsync(folder, 100);
        await using (var file = File.Create(folder["bad.csv"]))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', rows.Take(3)) + "\n"), TestContext.Current.CancellationToken);
            file.SetLength(512L << 20);
        }

        var (exit, output, errors) = await Genomed.RunAsync("etl", "check", "--file", folder["bad.csv"]);
        Assert.Equal(1, exit);
        Assert.Contains("4", output + errors);
        Assert.Contains("long", output + errors);
    }

    [Fact]
    public async Task GivenAFileThatIsNotThere_WhenChecked_ThenTheMessageIsPlain()
    {
        var (exit, _, errors) = await Genomed.RunAsync("etl", "check", "--file", "nowhere.csv");
        Assert.Equal(1, exit);
        Assert.Contains("nowhere.csv", errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task GivenABadRow_WhenLoaded_ThenNothingChangesUnlessTheUserSkipsIt()
    {
        using var folder = new TemporaryFolder();
        var rows = Replace(await RowsAsync(folder, 100), 3, "PLT", "many");
        await File.WriteAllLinesAsync(folder["bad.csv"], rows, TestContext.Current.CancellationToken);
        await using var node = await OpenNode.StartAsync(folder["node"]);

        var refused = await Genomed.RunAsync("etl", "run", "--file", folder["bad.csv"], "--to", node.Url);
        Assert.Equal(1, refused.Exit);
        Assert.Equal(0, await node.CountAsync("Patient"));

        var skipped = await Genomed.RunAsync("etl", "run", "--file", folder["bad.csv"], "--to", node.Url, "--skip-invalid");
        Assert.True(skipped.Exit == 0, skipped.Errors + skipped.Output);
        Assert.Equal(99, await node.CountAsync("Patient"));
    }

    [Fact]
    public async Task GivenANodeKilledInTheMiddleOfALoad_WhenStartedAgain_ThenNoAcknowledgedWriteIsLostAndTheLoadCanBeFinished()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllLinesAsync(folder["hospital.csv"], await RowsAsync(folder, 400), TestContext.Current.CancellationToken);
        var acknowledged = new List<string>();
        await using (var node = await OpenNode.StartAsync(folder["node"]))
        {
            using var load = Genomed.Start("etl", "run", "--file", folder["hospital.csv"], "--to", node.Url);
            var client = new Writes(node.Url);
            while (acknowledged.Count < 60)
            {
                acknowledged.Add(await client.CreateAsync(acknowledged.Count));
            }

            await node.KillAsync();
        }

        await using var again = await OpenNode.StartAsync(folder["node"]);
        foreach (var id in acknowledged)
        {
            Assert.True(await again.ExistsAsync($"Basic/{id}"), $"Basic/{id} was acknowledged and is gone");
        }

        var before = await again.CountAsync("Patient");
        var finished = await Genomed.RunAsync("etl", "run", "--file", folder["hospital.csv"], "--to", again.Url);
        Assert.True(finished.Exit == 0, finished.Errors + finished.Output);
        Assert.InRange(before, 0, 400);
        Assert.Equal(400, await again.CountAsync("Patient"));

        var twice = await Genomed.RunAsync("etl", "run", "--file", folder["hospital.csv"], "--to", again.Url);
        Assert.Contains("0 resources created, 0 updated", twice.Output);
    }

    private static async Task<string[]> RowsAsync(TemporaryFolder folder, int patients)
    {
        var cohort = GuideCatalog.Default.Find("mds").Cohorts(seed: 5).Generate(patients);
        await Task.Run(() => CohortFile.Write(folder["good.csv"], cohort));
        return await File.ReadAllLinesAsync(folder["good.csv"], TestContext.Current.CancellationToken);
    }

    private static string[] Replace(string[] rows, int row, string column, string value)
    {
        var index = Array.IndexOf(rows[0].Split(','), column);
        var cells = rows[row].Split(',');
        cells[index] = value;
        rows[row] = string.Join(',', cells);
        return rows;
    }

    private static async Task<(int Exit, string Output, string Errors)> CheckAsync(TemporaryFolder folder, string[] rows)
    {
        await File.WriteAllLinesAsync(folder["bad.csv"], rows, TestContext.Current.CancellationToken);
        return await Genomed.RunAsync("etl", "check", "--file", folder["bad.csv"]);
    }

    /// <summary>Single creates, each acknowledged before the next.</summary>
    private sealed class Writes(string url)
    {
        private readonly HttpClient _http = new();

        public async Task<string> CreateAsync(int number)
        {
            var body = new StringContent($$$"""{"resourceType":"Basic","code":{"text":"write {{{number}}}"}}""", Encoding.UTF8, "application/fhir+json");
            using var response = await _http.PostAsync($"{url}/Basic", body, TestContext.Current.CancellationToken);
            using var created = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            return created.RootElement.GetProperty("id").GetString()!;
        }
    }
}
