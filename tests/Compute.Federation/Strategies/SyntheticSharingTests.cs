using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation.Exchange;

namespace GenoMed.Fhir.Compute.Federation.Tests.Strategies;

/// <summary>North has 240 patients, south 120, west 60.</summary>
public sealed class SyntheticSharingTests
{
    private static readonly StrategyPlan Sharing = new("syntheticsharing");

    [Theory]
    [InlineData("vae-bgm")]
    [InlineData("ctgan")]
    public void GivenARoundOfTraining_WhenItIsOver_ThenTheGeneratorOfTheRichestNodeGoesToAll(string model)
    {
        var (plan, nodes) = (Generators.Plan(Sharing, 2, model), Cohort.Nodes());
        var begin = GlobalRound.InitialWeights(plan);
        var updates = nodes.Select(node => Generators.Train(plan, node.Key, node.Value, begin, 1)).ToArray();
        var next = GlobalRound.Aggregate(plan, begin, updates);
        var name = Weight(next);

        Assert.Equal(Generators.Tensor(updates.Single(update => update.Node == "north").Weights, name), Generators.Tensor(next, "@shared/lent/" + name));
        Assert.Equal([240], Generators.Tensor(next, "@shared/lent.patients"));
    }

    [Fact]
    public void GivenTheSecondRound_WhenTrained_ThenOnlySmallerNodesSeeInventedRowsAndAllCountForTheirPatients()
    {
        var (sharing, plain, nodes) = (Generators.Plan(Sharing, 2), Generators.Plan(new StrategyPlan("fedavg"), 2), Cohort.Nodes());
        var (begin, alike) = (GlobalRound.InitialWeights(sharing), GlobalRound.InitialWeights(plain));
        var first = nodes.Select(node => Generators.Train(sharing, node.Key, node.Value, begin, 1)).ToArray();
        var (next, averaged) = (GlobalRound.Aggregate(sharing, begin, first), GlobalRound.Aggregate(plain, alike, first));

        Assert.Equal(averaged, GlobalRound.ModelWeights(next));
        foreach (var (name, table) in nodes)
        {
            var (with, without) = (Generators.Train(sharing, name, table, next, 2), Generators.Train(plain, name, table, averaged, 2));
            Assert.Equal(name == "north", with.Weights.SequenceEqual(without.Weights));
            Assert.Equal(table.Count, with.NumExamples);
            Assert.Equal(table.Count, Generators.Tensor(with.Weights, "patients").Single(), 1e-9);
        }
    }

    [Fact]
    public void GivenARichestNodeThatMissesARound_WhenAggregated_ThenItsEarlierGeneratorStays()
    {
        var (plan, nodes) = (Generators.Plan(Sharing, 3), Cohort.Nodes());
        var first = Cohort.Run(plan with { Rounds = 1 }, nodes);
        var second = Cohort.Run(plan with { Rounds = 2 }, nodes.Where(node => node.Key != "north").ToDictionary(), first, from: 2);

        Assert.Equal([240], Generators.Tensor(second, "@shared/lent.patients"));
        var name = "@shared/lent/" + Weight(first);
        Assert.Equal(Generators.Tensor(first, name), Generators.Tensor(second, name));
    }

    [Fact]
    public void GivenACheckpoint_WhenGoneOnFromIt_ThenTheSameBytesAsWithoutAStop()
    {
        var (plan, nodes) = (Generators.Plan(Sharing, 3), Cohort.Nodes());
        var half = Cohort.Run(plan with { Rounds = 2 }, nodes);
        Assert.Equal(Cohort.Run(plan, nodes), Cohort.Run(plan, nodes.Reverse().ToDictionary(), half, from: 3));
    }

    [Fact]
    public void GivenAnInnerStrategyWithTensorsOfItsOwn_WhenTrained_ThenBothAreKept()
    {
        var options = JsonNode.Parse("""{"inner":{"name":"scaffold"},"share":0.5}""")!.AsObject();
        var checkpoint = Cohort.Run(Generators.Plan(Sharing with { Options = options }, 2), Cohort.Nodes());

        Assert.Contains(Names(checkpoint), name => name.StartsWith("@shared/c/", StringComparison.Ordinal));
        Assert.Contains(Names(checkpoint), name => name.StartsWith("@shared/lent/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bayesian-network", "'sum'")]
    [InlineData("deepsurv", "generator")]
    public void GivenAModelThatCannotTrainOnInventedRows_WhenBegun_ThenRefused(string model, string reason)
    {
        var plan = Generators.Plan(Sharing, 1, model);
        var problem = Assert.Throws<ArgumentException>(() => GlobalRound.InitialWeights(plan with { Model = plan.Model with { Options = [] } }));
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenPrivacyOfPatients_WhenWrapped_ThenRefused()
    {
        var plan = Generators.Plan(Sharing, 1) with { Privacy = new PrivacyPlan("dpsgd") };
        Assert.Contains("invented", Assert.Throws<ArgumentException>(() => StrategyCatalog.Find(plan)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(byte[] weights)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        return GenoMed.Fhir.Compute.Torch.SafetensorsFile.Read(weights).Tensors.Keys.ToArray();
    }

    /// <summary>The first weight matrix of the model.</summary>
    private static string Weight(byte[] weights) => Names(weights).Where(name => !name.StartsWith('@') && name.EndsWith(".weight", StringComparison.Ordinal)).Order(StringComparer.Ordinal).First();
}
