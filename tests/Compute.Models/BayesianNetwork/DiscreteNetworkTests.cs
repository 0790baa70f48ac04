using GenoMed.Fhir.Compute.Models.BayesianNetwork;

namespace GenoMed.Fhir.Compute.Models.Tests.BayesianNetwork;

public sealed class DiscreteNetworkTests
{
    public static TheoryData<NetworkAlgorithm, NetworkScore> Ways => new()
    {
        { NetworkAlgorithm.HillClimbing, NetworkScore.Bic },
        { NetworkAlgorithm.HillClimbing, NetworkScore.Bdeu },
        { NetworkAlgorithm.HillClimbing, NetworkScore.K2 },
        { NetworkAlgorithm.Pc, NetworkScore.Bic },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void GivenRowsOverThreeNodes_WhenLearned_ThenGraphAndTablesEqualTheCentralisedOnes(NetworkAlgorithm algorithm, NetworkScore score)
    {
        var rows = Networks.Rows(1000, seed: 3);
        var options = new StructureOptions { Algorithm = algorithm, Score = score };
        var central = DiscreteNetwork.Learn(Networks.Variables, [Networks.Node(rows, 0, 1000)], options, new());
        var federated = DiscreteNetwork.Learn(
            Networks.Variables, [Networks.Node(rows, 900, 100), Networks.Node(rows, 0, 600), Networks.Node(rows, 600, 300)], options, new());

        Assert.NotEmpty(central.Edges);
        Assert.Equal(central.Edges, federated.Edges);
        Assert.All(Enumerable.Range(0, Networks.Variables.Count), v => Assert.Equal(central.Probabilities(v), federated.Probabilities(v)));
        Assert.Equal(central.Sample(20, seed: 1), federated.Sample(20, seed: 1));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void GivenRowsOfAKnownNetwork_WhenLearned_ThenItsEdgesAndItsColliderComeBack(NetworkAlgorithm algorithm, NetworkScore score)
    {
        var network = DiscreteNetwork.Learn(
            Networks.Variables, [Networks.Node(Networks.Rows(5000, seed: 4), 0, 5000)], new() { Algorithm = algorithm, Score = score, Alpha = 0.001 }, new());

        // cloudy's two edges may point either way: both are equally likely. Those into the collider may not.
        Assert.Equal(
            [(0, 1), (0, 2), (1, 3), (2, 3)],
            network.Edges.Select(edge => (Math.Min(edge.From, edge.To), Math.Max(edge.From, edge.To))).Order());
        Assert.Contains(new NetworkEdge(1, 3), network.Edges);
        Assert.Contains(new NetworkEdge(2, 3), network.Edges);
    }

    [Fact]
    public void GivenARequiredAndAForbiddenEdge_WhenLearned_ThenBothAreKept()
    {
        var options = new StructureOptions { Required = [new(4, 0)], Forbidden = [new(1, 3), new(3, 1)] };
        var network = DiscreteNetwork.Learn(Networks.Variables, [Networks.Node(Networks.Rows(2000, seed: 5), 0, 2000)], options, new());

        Assert.Contains(new NetworkEdge(4, 0), network.Edges);
        Assert.DoesNotContain(network.Edges, edge => edge is { From: 1, To: 3 } or { From: 3, To: 1 });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void GivenAMaximumOfParents_WhenLearned_ThenNoneHasMore(int maximum)
    {
        var network = DiscreteNetwork.Learn(
            Networks.Variables, [Networks.Node(Networks.Rows(2000, seed: 6), 0, 2000)], new() { MaximumParents = maximum }, new());

        Assert.All(network.Edges.GroupBy(edge => edge.To), child => Assert.True(child.Count() <= maximum));
    }

    [Fact]
    public void GivenALearnedNetwork_WhenSampled_ThenDependenceComesBack()
    {
        var rows = Networks.Rows(5000, seed: 7);
        var sample = DiscreteNetwork.Learn(Networks.Variables, [Networks.Node(rows, 0, 5000)], new(), new()).Sample(50_000, seed: 8);

        Assert.InRange(Share(sample, rain: 1, cloudy: 1), 0.78, 0.82);
        Assert.InRange(Share(sample, rain: 1, cloudy: 0), 0.18, 0.22);
    }

    [Fact]
    public void GivenUnseenConfigurations_WhenParametersAreEstimated_ThenTheChildsMarginalFillsIn()
    {
        // The parent's state 1 never occurs; the child is 1 in one row of ten.
        var counts = new FamilyTable([9, 1, 0, 0], 2);
        var marginal = ConditionalTable.From(new Family(0, [1]), counts, new() { Smoothing = 2 });
        var uniform = ConditionalTable.From(new Family(0, [1]), counts, new() { Smoothing = 2, Prior = ParameterPrior.Uniform });

        Near.Equal([9.9 / 11, 1.1 / 11, 0.9, 0.1], marginal.Probabilities, 1e-12);
        Near.Equal([9.5 / 11, 1.5 / 11, 0.5, 0.5], uniform.Probabilities, 1e-12);
    }

    [Fact]
    public void GivenHillClimbing_WhenItAsks_ThenItIsOneMessageAStep()
    {
        var counts = new CountCache(Networks.Variables, [Networks.Node(Networks.Rows(500, seed: 9), 0, 500)]);
        var dag = HillClimbing.Search(counts, new() { Downhill = 0 });

        Assert.InRange(counts.Rounds, 1, dag.Edges.Count() + 2);
    }

    [Fact]
    public void GivenACyclicRequirement_WhenLearned_ThenRefused() => Assert.Throws<ArgumentException>(() => DiscreteNetwork.Learn(
        Networks.Variables, [Networks.Node(Networks.Rows(10, seed: 1), 0, 10)], new() { Required = [new(0, 1), new(1, 2), new(2, 0)] }, new()));

    [Fact]
    public void GivenANodeThatAnswersAnotherTable_WhenLearned_ThenBothLengthsAreNamed()
    {
        var problem = Assert.Throws<ArgumentException>(() => DiscreteNetwork.Learn(Networks.Variables, [new Liar()], new(), new()));
        Assert.Contains("Expected counts [4]", problem.Message, StringComparison.Ordinal);
    }

    private static double Share(IReadOnlyList<int[]> sample, int rain, int cloudy)
    {
        int[] rows = [.. Enumerable.Range(0, sample[0].Length).Where(row => sample[0][row] == cloudy)];
        return rows.Average(row => sample[2][row] == rain ? 1.0 : 0);
    }

    private sealed class Liar : ICountNode
    {
        public IReadOnlyList<FamilyCounts> Count(IReadOnlyList<IReadOnlyList<int>> families) =>
            [.. families.Select(family => new FamilyCounts(family, [1, 2, 3]))];
    }
}
