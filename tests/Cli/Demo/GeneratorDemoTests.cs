using System.Text.Json;

namespace GenoMed.Fhir.Cli.Tests.Demo;

/// <summary>The demo of a generator: real processes, real HTTP, small so that it is quick.</summary>
public sealed class GeneratorDemoTests
{
    [Fact]
    public async Task GivenABayesianNetwork_WhenRun_ThenEveryTrainingIsScoredAfterEachRoundAndTheModelGenerates()
    {
        using var folder = new TemporaryFolder();
        var demo = await Genomed.RunAsync(
            "demo", "--model", "bn", "--patients", "500", "--rounds", "3", "--seed", "5", "--out", folder["out"], "--json", folder["r.json"]);

        Assert.True(demo.Exit == 0, demo.Errors + demo.Output);
        using var result = JsonDocument.Parse(await File.ReadAllTextAsync(folder["r.json"], TestContext.Current.CancellationToken));
        var root = result.RootElement;
        var model = root.GetProperty("models").GetProperty("bayesian-network");
        JsonElement[] trainings = [model.GetProperty("federated"), model.GetProperty("centralised"), .. model.GetProperty("isolated").EnumerateObject().Select(node => node.Value)];
        Assert.Equal(5, trainings.Length);
        Assert.All(trainings, training => Assert.Equal([1, 2, 3], training.GetProperty("rounds").EnumerateArray().Select(round => round.GetProperty("round").GetInt32())));
        Assert.All(trainings.SelectMany(training => training.GetProperty("rounds").EnumerateArray().Append(training)), Scored);
        foreach (var score in new[] { "csf", "gsf" })
        {
            Assert.True(root.GetProperty("floor").GetProperty(score).GetDouble() < root.GetProperty("ceiling").GetProperty(score).GetDouble(), score);
        }

        Assert.Empty(root.GetProperty("failures").EnumerateArray());
        Assert.Contains("genomed generate --model", demo.Output, StringComparison.Ordinal);
        var folderOfModel = Path.GetDirectoryName(root.GetProperty("model").GetString()!)!;
        var generated = await Genomed.RunAsync("generate", "--model", folderOfModel, "--n", "20", "--format", "csv", "--out", folder["synthetic"]);
        Assert.True(generated.Exit == 0, generated.Errors);
    }

    private static void Scored(JsonElement scores)
    {
        Assert.All(["csf", "gsf", "nndr_median", "nndr_median_holdout", "mia_auc"], name => Assert.InRange(scores.GetProperty(name).GetDouble(), 0, 1));
        Assert.InRange(scores.GetProperty("phi_correlation").GetDouble(), -1, 1);
    }
}
