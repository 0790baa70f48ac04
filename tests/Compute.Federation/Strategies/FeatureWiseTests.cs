using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Torch;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Federation.Tests.Strategies;

public sealed class FeatureWiseTests
{
    [Fact]
    public void GivenANodeThatLacksAColumn_WhenAggregate_ThenTheColumnIsAveragedOverTheOthers()
    {
        var strategy = StrategyCatalog.Find("featurewise");
        var result = strategy.Aggregate(States.Round(9, 9, 9), [Update("a", 30, [1, 1, 0], 1, 2, 7), Update("b", 10, [1, 0, 0], 5, 100, 7)]);
        Assert.Equal([2, 2, 2, 9], States.Numbers(result));
    }

    [Fact]
    public void GivenTheWorstCase_WhenTrained_ThenEveryNodeTakesPartAndTheColumnIsTheOwnersAlone()
    {
        var nodes = WorstCase();
        var plan = Cohort.Plan(nodes, new StrategyPlan("featurewise"), rounds: 1);
        var begin = GlobalRound.InitialWeights(plan);
        var updates = nodes.Select(node => LocalRound.Train(plan, node.Value, GlobalRound.WeightsFor(plan, begin, node.Key), 1, null, node.Key, null, CancellationToken.None)).ToArray();
        var next = First(GlobalRound.Aggregate(plan, begin, updates));
        var owner = First(updates.Single(update => update.Node == "north").Weights);
        Near(Column(owner, 0), Column(next, 0));
        Assert.NotEqual(Column(owner, 2), Column(next, 2));
        Assert.All(updates, update => Assert.True(update.NumExamples > 0));
    }

    [Fact]
    public void GivenTheWorstCase_WhenTrained_ThenItIsAsGoodAsTheBestOfBothSidesAndBetterThanPlainAveraging()
    {
        var nodes = WorstCase();
        var (wise, plain) = (Cohort.Plan(nodes, new StrategyPlan("featurewise"), rounds: 8), Cohort.Plan(nodes, new StrategyPlan("fedavg"), rounds: 8));
        var alone = Cohort.Plan(nodes, new StrategyPlan("fedavg"), rounds: 8);
        var (c, averaged) = (Cohort.C(wise, Cohort.Run(wise, nodes)), Cohort.C(plain, Cohort.Run(plain, nodes)));
        var lacking = Cohort.C(alone, Cohort.Run(alone, nodes.Where(node => node.Key != "north").ToDictionary()));
        Assert.True(c >= averaged, $"feature-wise {c}, plain {averaged}");
        Assert.True(c > lacking + 0.02, $"feature-wise {c}, without the owner of the feature {lacking}");
    }

    [Fact]
    public void GivenAnInnerStrategy_WhenFound_ThenItsHalfRunsToo()
    {
        var nodes = WorstCase();
        var inner = System.Text.Json.Nodes.JsonNode.Parse("""{"inner":{"name":"scaffold"}}""")!.AsObject();
        var plan = Cohort.Plan(nodes, new StrategyPlan("featurewise") { Options = inner }, rounds: 2);
        using var scope = torch.NewDisposeScope();
        Assert.Contains("@node/north/c/layers.linear0.weight", SafetensorsFile.Read(Cohort.Run(plan, nodes)).Tensors.Keys);
    }

    /// <summary>x0, the strongest feature, is known at the north only; x1 nowhere in the west.</summary>
    private static Dictionary<string, FeatureTable> WorstCase() => new()
    {
        ["north"] = Cohort.Node(1, 150),
        ["south"] = Cohort.Node(2, 200, 0, "x0"),
        ["west"] = Cohort.Node(3, 150, 0, "x0", "x1"),
    };

    private static float[][] First(byte[] weights)
    {
        using var scope = torch.NewDisposeScope();
        var tensor = SafetensorsFile.Read(weights).Tensors["layers.linear0.weight"];
        return [.. tensor.data<float>().ToArray().Chunk((int)tensor.shape[1])];
    }

    private static float[] Column(float[][] rows, int column) => [.. rows.Select(row => row[column])];

    private static void Near(float[] expected, float[] actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));

    private static ModelUpdate Update(string node, int numExamples, double[] held, params float[] weights) =>
        States.Update(node, numExamples, weights) with { Returned = new Dictionary<string, torch.Tensor> { ["columns/weight"] = torch.tensor(held) } };
}
