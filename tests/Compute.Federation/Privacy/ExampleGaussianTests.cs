using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Federation.Privacy;

namespace GenoMed.Fhir.Compute.Federation.Tests.Privacy;

public sealed class ExampleGaussianTests
{
    [Fact]
    public void GivenSavaeAndLittleNoise_WhenTrained_ThenItLearnsAndOnlyEpsilonLeavesTheNodeBesideIt()
    {
        var nodes = Cohort.Nodes();
        var plan = Savae(nodes, clip: 100, sigma: 0.01);
        var begin = GlobalRound.InitialWeights(plan);
        var update = LocalRound.Train(plan, nodes["north"], GlobalRound.WeightsFor(plan, begin, "north"), 1, null, "north", null, CancellationToken.None);
        Assert.Equal(["epsilon"], update.Metrics.Keys);
        Assert.InRange(Cohort.C(plan, Cohort.Run(plan, nodes)), 0.6, 1);
    }

    [Fact]
    public void GivenTheSameSeed_WhenTrainedTwice_ThenTheNoiseDiffers()
    {
        var nodes = Cohort.Nodes();
        var plan = Savae(nodes, clip: 1, sigma: 1) with { Rounds = 1 };
        Assert.NotEqual(Cohort.Run(plan, nodes), Cohort.Run(plan, nodes));
    }

    [Fact]
    public void GivenANode_WhenTrained_ThenEpsilonIsThatOfAllRoundsOfThePlan()
    {
        // 240 patients in batches of 64: 4 steps an epoch, 2 epochs, 6 rounds.
        var nodes = Cohort.Nodes();
        Assert.Equal(RenyiAccountant.Epsilon(2, 64.0 / 240, 4 * 2 * 6, 1e-5), Epsilon(Savae(nodes, clip: 1, sigma: 2), nodes), 1e-9);
    }

    [Theory]
    [InlineData("vae-bgm", """{"latent": 3, "hidden": 8, "priorOnly": true, "batchSize": 60}""", 4 * 2, 0)]
    [InlineData("ctgan", """{"latent": 4, "hidden": 8, "pac": 1, "encoderRounds": 0, "batchSize": 60, "discriminatorSteps": 1}""", 4 * 2, 1)]
    public void GivenAGenerator_WhenTrainedWithPrivacy_ThenRoundsRunAndEpsilonIsReported(string model, string options, int steps, int counts)
    {
        var nodes = Cohort.Nodes();
        var plan = Savae(nodes, clip: 1, sigma: 2) with { Rounds = 2, Strategy = new StrategyPlan("fedavg") };
        plan = plan with { Model = plan.Model with { Model = model, Options = (JsonObject)JsonNode.Parse(options)! } };
        Assert.Equal(RenyiAccountant.Epsilon(2, 60.0 / 240, steps * 2, 1e-5, counts), Epsilon(plan, nodes), 1e-9);
        LocalRound.CheckWeights(plan, GlobalRound.ModelWeights(Cohort.Run(plan, nodes)));
    }

    [Theory]
    [InlineData("deepsurv", "gaussian")]
    [InlineData("ctgan", "pac")]
    [InlineData("vae-bgm", "priorOnly")]
    public void GivenAPlanThatCannotKeepPatients_WhenChecked_ThenInvalidBeforeAnyRound(string model, string says)
    {
        var plan = Savae(Cohort.Nodes(), clip: 1, sigma: 1);
        plan = plan with { Model = plan.Model with { Model = model, Options = [] } };
        Assert.Contains(says, Assert.Throws<ArgumentException>(() => LocalRound.CheckModel(plan)).Message, StringComparison.Ordinal);
    }

    private static double Epsilon(TrainingPlan plan, IReadOnlyDictionary<string, Models.Data.FeatureTable> nodes) => LocalRound.Train(
        plan, nodes["north"], GlobalRound.WeightsFor(plan, GlobalRound.InitialWeights(plan), "north"), 1, null, "north", null, CancellationToken.None).Metrics["epsilon"];

    private static TrainingPlan Savae(IReadOnlyDictionary<string, Models.Data.FeatureTable> nodes, double clip, double sigma)
    {
        var privacy = new PrivacyPlan("dpsgd") { Options = new JsonObject { ["clip"] = clip, ["sigma"] = sigma } };
        var plan = Cohort.Plan(nodes, new StrategyPlan("fedprox"), rounds: 6, privacy: privacy);
        return plan with { Model = plan.Model with { Model = "savae", Options = new JsonObject { ["learningRate"] = 0.01 } } };
    }
}
