using System.Text.Json;

namespace GenoMed.Fhir.Cli.Tests.Scores;

public sealed class ScoreCommandTests
{
    private const string Header = "ID,HB,PLT,BM_BLAST,CYTO_IPSSR,TP53mut,TP53maxvaf,del17_17p";

    [Fact]
    public async Task GivenAFile_WhenScored_ThenEveryPatientIsInTheJsonWithBestAndWorst()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllLinesAsync(folder["c.csv"], [Header, "b-2,10,100,5,Intermediate,0,NA,0", "a-1,3.5,20,15,Very Poor,2 or more,0.4,1"], TestContext.Current.CancellationToken);
        var (exit, output, errors) = await Genomed.RunAsync("score", "--guide", "mds", "--file", folder["c.csv"], "--score", "ipss-m", "--json", folder["r.json"]);

        Assert.True(exit == 0, errors + output);
        using var result = JsonDocument.Parse(await File.ReadAllTextAsync(folder["r.json"], TestContext.Current.CancellationToken));
        var patients = result.RootElement.GetProperty("patients").EnumerateArray().ToList();
        Assert.Equal(["b-2", "a-1"], patients.Select(patient => patient.GetProperty("id").GetString()));
        Assert.All(patients, patient => Assert.InRange(patient.GetProperty("score").GetDouble(), patient.GetProperty("best").GetDouble(), patient.GetProperty("worst").GetDouble()));
        Assert.Equal("Very High", patients[1].GetProperty("category").GetString());
        Assert.Contains("HB", result.RootElement.GetProperty("flagged")[0].GetString());
        Assert.Equal("api", result.RootElement.GetProperty("convention").GetString());
    }

    [Fact]
    public async Task GivenPercentages_WhenScoredWithoutTheSiteFile_ThenTheUnitIsTheFault_AndWithItTheyAreTaken()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllLinesAsync(folder["c.csv"], [Header, "a,10,100,5,Good,1,62,0"], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["site.yaml"], "columns: {TP53_MAXVAF: {column: TP53maxvaf, unit: \"%\"}}\n", TestContext.Current.CancellationToken);

        var without = await Genomed.RunAsync("score", "--file", folder["c.csv"], "--score", "ipss-m");
        var with = await Genomed.RunAsync("score", "--file", folder["c.csv"], "--score", "ipss-m", "--site", folder["site.yaml"], "--json", folder["r.json"]);

        Assert.Equal(1, without.Exit);
        Assert.Contains("TP53maxvaf", without.Errors);
        Assert.True(with.Exit == 0, with.Errors);
    }

    [Fact]
    public async Task GivenAScoreThatThereIsNot_WhenAskedFor_ThenThoseThereAreAreNamed()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["c.csv"], Header + "\n", TestContext.Current.CancellationToken);
        var (exit, _, errors) = await Genomed.RunAsync("score", "--file", folder["c.csv"], "--score", "ipss");
        Assert.Equal(1, exit);
        Assert.Contains("ipss-m", errors);
    }
}
