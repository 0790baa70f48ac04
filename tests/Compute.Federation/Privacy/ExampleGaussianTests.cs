using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Federation.Privacy;

namespace GenoMed.Fhir.Compute.Federation.Tests.Privacy;

public sealed class ExampleGaussianTests
{
    [Fact]
    public void GivenSavaeAndLittleNoise_WhenTrained_ThenItLearnsAndNoMetricLeavesTheNode()
    {
        var nodes = Cohort.Nodes();
        var plan = Savae(nodes, clip: 100, sigma: 0.01);
        var begin = GlobalRound.InitialWeights(plan);
        var update = LocalRound.Train(plan, nodes["north"], GlobalRound.WeightsFor(plan, begin, "north"), 1, null, "north", null, CancellationToken.None);
        Assert.Empty(update.Metrics);
        Assert.InRange(Cohort.C(plan, Cohort.Run(plan, nodes)), 0.6, 1);
    }

    [Fact]
    public void GivenTheSameSeed_WhenTrainedTwice_ThenTheNoiseDiffers()
    {
        var nodes = Cohort.Nodes();
        var plan = Savae(nodes, clip: 1, sigma: 1) with { Rounds = 1 };
        Assert.NotEqual(Cohort.Run(plan, nodes), Cohort.Run(plan, nodes));
    }

    private static TrainingPlan Savae(IReadOnlyDictionary<string, Models.Data.FeatureTable> nodes, double clip, double sigma)
    {
        var privacy = new PrivacyPlan("dpsgd") { Options = new JsonObject { ["clip"] = clip, ["sigma"] = sigma } };
        var plan = Cohort.Plan(nodes, new StrategyPlan("fedprox"), rounds: 6, privacy: privacy);
        return plan with { Model = plan.Model with { Model = "savae", Options = new JsonObject { ["learningRate"] = 0.01 } } };
    }
}
