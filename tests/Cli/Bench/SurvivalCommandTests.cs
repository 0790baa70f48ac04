using System.Globalization;
using System.Text.Json;

namespace GenoMed.Fhir.Cli.Tests.Bench;

/// <summary>The benchmark as a user runs it, on small invented tables.</summary>
public sealed class SurvivalCommandTests
{
    [Fact]
    public async Task GivenATableWithASplit_WhenMeasured_ThenTheResultHasFigureReferenceAndEachSeed()
    {
        using var folder = new TemporaryFolder();
        WriteTable(folder, "deepsurv", "metabric.csv");
        await File.WriteAllTextAsync(folder["page.md"], "Before\n<!-- figures -->\nold\n<!-- end of figures -->\nAfter\n", TestContext.Current.CancellationToken);
        var (exit, output, errors) = await Genomed.RunAsync(
            "bench", "survival", "--data", folder.Path, "--set", "deepsurv.metabric", "--seeds", "2", "--json", folder["r.json"], "--page", folder["page.md"]);

        Assert.True(exit == 0, errors + output);
        Assert.Matches(@"^Before\n<!-- figures -->\n\| set [^<]*\| deepsurv\.metabric \| Harrell \| [^<]*<!-- end of figures -->\nAfter\n$", await File.ReadAllTextAsync(folder["page.md"], TestContext.Current.CancellationToken));
        Assert.All(output.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 100));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(folder["r.json"], TestContext.Current.CancellationToken));
        var result = json.RootElement.GetProperty("deepsurv").GetProperty("metabric");
        Assert.InRange(result.GetProperty("c_index").GetDouble(), 0.7, 1);
        Assert.Equal(result.GetProperty("values").EnumerateArray().Average(value => value.GetProperty("c_index").GetDouble()), result.GetProperty("c_index").GetDouble(), 1e-12);
        Assert.Equal([1, 2], result.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("seed").GetInt32()));
        Assert.Equal(0.643, result.GetProperty("reference").GetDouble());
        Assert.True(result.GetProperty("reached").GetBoolean());
    }

    [Fact]
    public async Task GivenAFolderWithoutTheTables_WhenMeasured_ThenEachIsNamed()
    {
        using var folder = new TemporaryFolder();
        await RefusedAsync(2, "no deepsurv/support.csv, no deepsurv/metabric.csv", "bench", "survival", "--data", folder.Path);
    }

    [Fact]
    public async Task GivenATableWithoutAColumn_WhenMeasured_ThenTheColumnIsNamed()
    {
        using var folder = new TemporaryFolder();
        WriteTable(folder, "savae", "pbc.csv");
        await RefusedAsync(1, "pbc.csv has no column 'time'", "bench", "survival", "--data", folder.Path, "--set", "savae.pbc");
    }

    [Fact]
    public async Task GivenAnUnknownSet_WhenMeasured_ThenTheKnownAreListed()
        => await RefusedAsync(2, "deepsurv.support, deepsurv.metabric", "bench", "survival", "--data", ".", "--set", "mnist");

    private static async Task RefusedAsync(int expected, string message, params string[] arguments)
    {
        var (exit, output, errors) = await Genomed.RunAsync(arguments);
        Assert.True(exit == expected, $"exit {exit}: {output}{errors}");
        Assert.Contains(message, errors);
        Assert.DoesNotContain("   at ", errors);
    }

    // The risk rises with x; every fifth patient is of the test part.
    private static void WriteTable(TemporaryFolder folder, string part, string name)
    {
        Directory.CreateDirectory(folder[part]);
        var rows = Enumerable.Range(0, 300).Select(i => (X: i * 37 % 101, Noise: i * 53 % 97, Seen: i % 4 == 0 ? 0 : 1, Part: i % 5 == 0 ? "test" : "train"));
        File.WriteAllLines(
            Path.Combine(folder[part], name),
            rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.X}.5,{row.Seen},{120 - row.X + (row.Noise * 0.3)},{row.Part}")).Prepend("x,event,duration,split"));
    }
}
