using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Compute.Models.Tests;

public sealed class ModelCatalogTests
{
    public static TheoryData<string> Models => [.. ModelCatalog.All.Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void GivenNoOptions_WhenResolved_ThenEveryDefaultIsWrittenOutAndReadsBackTheSame(string name)
    {
        var model = ModelCatalog.Find(name);
        var resolved = model.ResolveOptions([]);
        Assert.NotEmpty(resolved);
        Assert.Equal(resolved.ToJsonString(), model.ResolveOptions(JsonNode.Parse(resolved.ToJsonString())!.AsObject()).ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void GivenAnUnknownOption_WhenResolved_ThenItIsRefused(string name)
        => Assert.Contains("colour", Assert.Throws<ArgumentException>(() => ModelCatalog.Find(name).ResolveOptions(new JsonObject { ["colour"] = "red" })).Message);

    [Theory]
    [InlineData("ctgan", 2500, 40)]
    [InlineData("ctgan", 900, 111)]
    [InlineData("ctgan", 10, 160)]
    [InlineData("vae-bgm", 100_000, 10)]
    [InlineData("bayesian-network", 100, 1)]
    public void GivenACohort_WhenAGeneratorIsScheduled_ThenARoundHasAboutAsManySteps(string model, int patients, int epochs) =>
        Assert.Equal(epochs, ((IGenerator)ModelCatalog.Find(model)).Schedule([], 5).EpochsOf(patients));

    [Fact]
    public void GivenExchangesBeforeAndAfter_WhenScheduled_ThenEachRoundEndsOnce()
    {
        var (ctgan, vae) = (((IGenerator)ModelCatalog.Find("ctgan")).Schedule([], 5), ((IGenerator)ModelCatalog.Find("vae-bgm")).Schedule([], 5));
        Assert.Equal([2, 3, 4, 5, 6], Enumerable.Range(1, ctgan.Total).Where(ctgan.Ends));
        Assert.Equal([1, 2, 3, 4, 8], Enumerable.Range(1, vae.Total).Where(vae.Ends));
        Assert.Equal([0, 1, 5], new[] { 1, 2, 6 }.Select(ctgan.RoundOf));
        Assert.Equal([5, 5], new[] { vae, ctgan }.Select(schedule => (int)schedule.Options["trainingRounds"]!));
    }

    [Theory]
    [InlineData("vae-bgm", "averaging", 0.99)]
    [InlineData("ctgan", "averaging", 0.98)]
    public void GivenAnOption_WhenScheduled_ThenItGoesBeforeWhatSuitsTheModel(string model, string option, double suited)
    {
        var generator = (IGenerator)ModelCatalog.Find(model);
        Assert.Equal(suited, (double)generator.Schedule([], 5).Options[option]!);
        Assert.Equal(0.5, (double)generator.Schedule(new JsonObject { [option] = 0.5 }, 5).Options[option]!);
    }

    [Theory]
    [InlineData("vae-bgm")]
    [InlineData("ctgan")]
    public void GivenAFallingStepSizeWithoutItsRounds_WhenResolved_ThenRefused(string model) =>
        Assert.Contains("TrainingRounds", Assert.Throws<ArgumentException>(() => ModelCatalog.Find(model).ResolveOptions(new JsonObject { ["finalRate"] = 0.1 })).Message, StringComparison.Ordinal);
}
