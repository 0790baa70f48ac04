using System.Globalization;
using System.Text.Json;

namespace GenoMed.Fhir.Cli.Tests.Demo;

/// <summary>The demo of the other diseases: three with a model, one without an outcome.</summary>
public sealed class EveryGuideDemoTests
{
    [Theory]
    [InlineData("aml")]
    [InlineData("cmml")]
    [InlineData("mm")]
    public async Task GivenAGuideWithAnOutcome_WhenTheDemoIsRun_ThenItTrainsAndComparesWithTheGuidesScore(string guide)
    {
        using var folder = new TemporaryFolder();
        var demo = await Genomed.RunAsync("demo", "--guide", guide, "--patients", "600", "--rounds", "3", "--out", folder["out"], "--json", folder["r.json"]);

        Assert.True(demo.Exit == 0, demo.Errors + demo.Output);
        using var result = JsonDocument.Parse(await File.ReadAllTextAsync(folder["r.json"], TestContext.Current.CancellationToken));
        Assert.InRange(result.RootElement.GetProperty("federated").GetProperty("c_index").GetDouble(), 0.3, 1);
        Assert.InRange(result.RootElement.GetProperty("ipssm").GetProperty("c_index").GetDouble(), 0.5, 1);
    }

    [Fact]
    public async Task GivenRadiomicsAsInput_WhenTheDemoIsRun_ThenTheFederationsPlanTakesThem()
    {
        using var folder = new TemporaryFolder();
        var demo = await Genomed.RunAsync("demo", "--guide", "mm", "--model", "savae", "--with", "PET", "--patients", "500", "--rounds", "1", "--out", folder["out"]);

        Assert.True(demo.Exit == 0, demo.Errors + demo.Output);
        var cards = Directory.GetFiles(folder["out"], "card.json", SearchOption.AllDirectories);
        Assert.NotEmpty(cards);
        Assert.All(cards, card => Assert.Contains("\"PET\"", PlanOf(card).GetProperty("model").GetProperty("inputs").GetRawText()));
    }

    [Fact]
    public async Task GivenAVectorThatTheGuideDoesNotHave_WhenTheDemoIsAsked_ThenWrongUsageNamesThoseThereAre()
    {
        using var folder = new TemporaryFolder();
        var demo = await Genomed.RunAsync("demo", "--guide", "mm", "--with", "SLIDE", "--out", folder["out"]);

        Assert.Equal(2, demo.Exit);
        Assert.Contains("'SLIDE'", demo.Errors);
        Assert.Contains("PET", demo.Errors);
    }

    [Fact]
    public async Task GivenSickleCellDisease_WhenTheDemoIsRun_ThenTheDescriptionIsThatOfAllPatientsTogether()
    {
        using var folder = new TemporaryFolder();
        var demo = await Genomed.RunAsync("demo", "--guide", "scd", "--patients", "600", "--out", folder["out"], "--json", folder["r.json"]);

        Assert.True(demo.Exit == 0, demo.Errors + demo.Output);
        using var result = JsonDocument.Parse(await File.ReadAllTextAsync(folder["r.json"], TestContext.Current.CancellationToken));
        var features = result.RootElement.GetProperty("features").EnumerateArray().ToDictionary(feature => feature.GetProperty("name").GetString()!);
        var rows = Directory.GetFiles(folder["out"], "n?.csv", SearchOption.AllDirectories).SelectMany(file => Rows(file)).ToList();

        Assert.Equal(600, result.RootElement.GetProperty("nodes").EnumerateArray().Sum(node => node.GetProperty("patients").GetInt32()));
        Assert.Equal(600, rows.Count);
        var known = rows.Select(row => row["WBC"]).Where(cell => cell.Length > 0).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToList();
        Assert.InRange(features["WBC"].GetProperty("mean").GetDouble() - known.Average(), -0.05, 0.05);
        Assert.Equal(rows.Count(row => row["SEX"] == "F"), features["SEX"].GetProperty("counts").EnumerateArray().Single(count => count.GetProperty("code").GetString() == "F").GetProperty("patients").GetInt32());
    }

    private static JsonElement PlanOf(string card)
        => JsonDocument.Parse(JsonDocument.Parse(File.ReadAllText(card)).RootElement.GetProperty("plan").GetString()!).RootElement;

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(file);
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}
