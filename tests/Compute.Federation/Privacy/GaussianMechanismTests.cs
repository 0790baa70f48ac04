using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Federation.Privacy;
using GenoMed.Fhir.Compute.Models.Privacy;
using GenoMed.Fhir.Compute.Torch;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Tests.Privacy;

public sealed class GaussianMechanismTests
{
    private static PrivacyPlan Privacy(double clip, double sigma) => new("gaussian") { Options = new JsonObject { ["clip"] = clip, ["sigma"] = sigma } };

    [Fact]
    public void GivenALongUpdate_WhenAggregate_ThenItIsClippedAndEachNodeCountsTheSame()
    {
        // a moves (3, 4, 0), norm 5, clipped to (0.6, 0.8, 0); b moves (0, 0, 0.5).
        var mechanism = new GaussianMechanism(new GaussianOptions { Clip = 1, Sigma = 0.01 }, StrategyCatalog.Find("fedavg"), new Scripted(0));
        var result = mechanism.Aggregate(State(0, 0, 0), [Update("a", 1000, 3, 4, 0), Update("b", 1, 0, 0, 0.5f)]);
        Assert.Equal([0.3f, 0.4f, 0.25f], Numbers(result));
    }

    [Fact]
    public void GivenNoise_WhenAggregate_ThenItsDeviationIsSigmaTimesClipOverNodes()
    {
        var mechanism = new GaussianMechanism(new GaussianOptions { Clip = 2, Sigma = 3 }, StrategyCatalog.Find("fedavg"), new Scripted(1));
        Assert.Equal([3, 3, 3], Numbers(mechanism.Aggregate(State(0, 0, 0), [Update("a", 1, 0, 0, 0), Update("b", 1, 0, 0, 0)])));
    }

    [Fact]
    public void GivenSecretNumbers_WhenManyAreDrawn_ThenStandardNormalAndNeverTheSame()
    {
        var (noise, other) = (new SecretRandom(), new SecretRandom());
        double[] drawn = [.. Enumerable.Range(0, 200_000).Select(_ => noise.Normal())];
        Assert.Equal(0, drawn.Average(), 0.02);
        Assert.Equal(1, drawn.Average(x => x * x), 0.03);
        Assert.Equal(0.9545, drawn.Count(x => Math.Abs(x) < 2) / 200_000.0, 0.005);
        Assert.NotEqual(drawn[0], other.Normal());
    }

    [Fact]
    public void GivenANode_WhenItTrains_ThenWhatLeavesIsWithinTheClipAndWithoutMetrics()
    {
        var nodes = Cohort.Nodes();
        var plan = Cohort.Plan(nodes, new StrategyPlan("fedavg"), privacy: Privacy(0.25, 1));
        var begin = GlobalRound.InitialWeights(plan);
        var update = LocalRound.Train(plan, nodes["north"], GlobalRound.WeightsFor(plan, begin, "north"), 1, null, "north", null, CancellationToken.None);
        Assert.Equal(0.25, Distance(begin, update.Weights), 1e-4);
        Assert.Empty(update.Metrics);
    }

    [Theory]
    [InlineData("fedavg")]
    [InlineData("fedprox")]
    [InlineData("fedadam")]
    public void GivenAStrategyOfTheMean_WhenTrainedWithLittleNoise_ThenItLearns(string strategy)
    {
        var nodes = Cohort.Nodes();
        var plan = Cohort.Plan(nodes, new StrategyPlan(strategy), privacy: Privacy(1, 0.01));
        Assert.InRange(Cohort.C(plan, Cohort.Run(plan, nodes)), 0.7, 1);
    }

    [Theory]
    [InlineData("scaffold")]
    [InlineData("fednova")]
    [InlineData("median")]
    [InlineData("krum")]
    [InlineData("featurewise")]
    public void GivenAStrategyThatTakesMoreThanTheMean_WhenWrapped_ThenRefused(string strategy) => Assert.Contains(
        strategy, Assert.Throws<ArgumentException>(() => PrivacyCatalog.Wrap(Privacy(1, 1), StrategyCatalog.Find(strategy))).Message, StringComparison.Ordinal);

    [Fact]
    public void GivenALossThatIsNoSumOverPatients_WhenDpSgdIsAsked_ThenRefusedAndTheOtherStepIsNamed()
    {
        var nodes = Cohort.Nodes();
        var plan = Cohort.Plan(nodes, new StrategyPlan("fedavg"), privacy: new PrivacyPlan("dpsgd"));
        Assert.Contains("'gaussian'", Assert.Throws<ArgumentException>(() => Cohort.Run(plan, nodes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAnUnknownStep_WhenWrapped_ThenTheMessageListsThem() => Assert.Contains(
        "gaussian", Assert.Throws<ArgumentException>(() => PrivacyCatalog.Wrap(new PrivacyPlan("hope"), StrategyCatalog.Find("fedavg"))).Message, StringComparison.Ordinal);

    private static double Distance(byte[] a, byte[] b)
    {
        using var scope = torch.NewDisposeScope();
        var (left, right) = (SafetensorsFile.Read(a).Tensors, SafetensorsFile.Read(b).Tensors);
        return Math.Sqrt(left.Sum(entry => Numbers(entry.Value).Zip(Numbers(right[entry.Key]), (x, y) => Math.Pow(x - y, 2)).Sum()));
    }

    private static RoundState State(params float[] weights) => new(new Dictionary<string, torch.Tensor> { ["weight"] = torch.tensor(weights) });

    private static ModelUpdate Update(string node, int numExamples, params float[] weights) =>
        new() { Node = node, NumExamples = numExamples, State = State(weights).Model };

    private static float[] Numbers(RoundState state) => Numbers(state.Model["weight"]);

    private static float[] Numbers(torch.Tensor tensor) => tensor.data<float>().ToArray();

    private sealed class Scripted(double value) : ISecretRandom
    {
        public double Uniform() => value;

        public double Normal() => value;
    }
}
