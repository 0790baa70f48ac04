using GenoMed.Fhir.Compute.Models.BayesianNetwork;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Tests.Data;
using System.Text.Json.Nodes;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Tests.BayesianNetwork;

public sealed class BayesianNetworkModelTests
{
    private static readonly IGenerator Model = (IGenerator)ModelCatalog.Find("bayesian-network");

    [Fact]
    public void GivenThreeNodes_WhenCountsAreSummed_ThenGraphTablesAndRowsEqualTheCentralisedOnes()
    {
        var cohort = Tables.Cohort(600, seed: 1);
        var central = Learned(cohort);
        var federated = Learned(Rows(cohort, 0, 350), Rows(cohort, 350, 200), Rows(cohort, 550, 50));
        var (a, b) = (BayesianNetworkModel.Network(Plan(cohort), central), BayesianNetworkModel.Network(Plan(cohort), federated));

        Assert.NotEmpty(a.Edges);
        Assert.Equal(a.Edges, b.Edges);
        Assert.All(Enumerable.Range(0, a.Variables.Count), v => Assert.Equal(a.Probabilities(v), b.Probabilities(v)));
        Assert.Equal(Model.Generate(Plan(cohort), central, 50, 3).Column("x").ToArray(), Model.Generate(Plan(cohort), federated, 50, 3).Column("x").ToArray());
    }

    [Fact]
    public void GivenACohort_WhenGenerated_ThenColumnsPairsAndMissingAreAlike()
    {
        var cohort = Tables.Cohort(2000, seed: 2);
        var synthetic = Model.Generate(Plan(cohort), Learned(cohort), 4000, seed: 1);

        var report = FidelityReport.Of(cohort, synthetic);
        Assert.InRange(report.ColumnShapes, 0.96, 1);
        Assert.InRange(report.PairTrends, 0.95, 1);
        Assert.InRange(synthetic.Column("noise").ToArray().Count(double.IsNaN) / 4000.0, 0.08, 0.12);
        Assert.Equal("synthetic-000001", synthetic.RowIds[0]);
        Assert.All(synthetic.Events("os"), seen => Assert.True(seen is 0 or 1));
        // Values have as many decimals as the cohort's.
        Assert.All(synthetic.Durations("os"), time => Assert.Equal(time, Math.Round(time, 2)));
    }

    [Fact]
    public void GivenTheOutcome_WhenLearned_ThenNothingFollowsFromIt()
    {
        var cohort = Tables.Cohort(2000, seed: 3);
        var network = BayesianNetworkModel.Network(Plan(cohort), Learned(cohort));
        var names = network.Variables.Select(variable => variable.Name).ToArray();

        Assert.Contains(network.Edges, edge => names[edge.To].StartsWith("os.", StringComparison.Ordinal));
        Assert.DoesNotContain(network.Edges, edge =>
            names[edge.From].StartsWith("os.", StringComparison.Ordinal) && !names[edge.To].StartsWith("os.", StringComparison.Ordinal));
    }

    [Fact]
    public void GivenEdgesByName_WhenLearned_ThenTheyAreKept()
    {
        var cohort = Tables.Cohort(1000, seed: 4);
        var plan = Plan(cohort) with { Options = new JsonObject { ["required"] = Edges("g", "noise"), ["forbidden"] = Edges("*", "g") } };
        var network = BayesianNetworkModel.Network(plan, Learned(plan, cohort));
        var names = network.Variables.Select(variable => variable.Name).ToArray();

        Assert.Contains(network.Edges, edge => names[edge.From] == "g" && names[edge.To] == "noise");
        Assert.DoesNotContain(network.Edges, edge => names[edge.To] == "g");
    }

    [Fact]
    public void GivenTiers_WhenLearned_ThenNoEdgeLeadsBack()
    {
        var cohort = Tables.Cohort(2000, seed: 10);
        var plan = Plan(cohort) with { Options = new JsonObject { ["tiers"] = new JsonArray(new JsonArray("noise"), new JsonArray("x*")) } };
        var network = BayesianNetworkModel.Network(plan, Learned(plan, cohort));
        string[] order = ["noise", "x", "g", "os.duration", "os.event"];
        var tiers = network.Variables.Select(variable => Math.Min(3, Array.IndexOf(order, variable.Name))).ToArray();

        Assert.NotEmpty(network.Edges);
        Assert.All(network.Edges, edge => Assert.True(tiers[edge.From] <= tiers[edge.To], $"{edge}"));
    }

    [Fact]
    public void GivenPc_WhenLearnedFromTheSameRounds_ThenItGenerates()
    {
        var cohort = Tables.Cohort(2000, seed: 8);
        var plan = Plan(cohort) with { Options = new JsonObject { ["algorithm"] = "Pc", ["alpha"] = 0.01 } };
        var state = Learned(plan, cohort);

        Assert.NotEmpty(BayesianNetworkModel.Network(plan, state).Edges);
        Assert.InRange(FidelityReport.Of(cohort, Model.Generate(plan, state, 4000, 1)).ColumnShapes, 0.95, 1);
    }

    [Fact]
    public void GivenABudgetForNoFamily_WhenLearned_ThenTheNetworkIsAForest()
    {
        var cohort = Tables.Cohort(500, seed: 9);
        var plan = Plan(cohort) with { Options = new JsonObject { ["cells"] = 0 } };

        Assert.All(BayesianNetworkModel.Network(plan, Learned(plan, cohort)).Edges.GroupBy(edge => edge.To), child => Assert.Single(child));
    }

    [Fact]
    public void GivenACondition_WhenGenerated_ThenEveryRowHasIt()
    {
        var cohort = Tables.Cohort(500, seed: 5);
        var synthetic = Model.Generate(Plan(cohort), Learned(cohort), 40, 1, new Dictionary<string, double> { ["g"] = 1 });

        Assert.All(synthetic.Column("g").ToArray(), value => Assert.Equal(1, value));
    }

    [Fact]
    public void GivenAConditionOnANumber_WhenGenerated_ThenRefused()
    {
        var cohort = Tables.Cohort(100, seed: 5);
        var state = Learned(cohort);
        Assert.Throws<ArgumentException>(() => Model.Generate(Plan(cohort), state, 1, 1, new Dictionary<string, double> { ["x"] = 1 }));
    }

    [Fact]
    public void GivenAStateBeforeTheFirstRound_WhenGenerated_ThenTheRoundsAreNamed()
    {
        var cohort = Tables.Cohort(100, seed: 6);
        var problem = Assert.Throws<ArgumentException>(() => Model.Generate(Plan(cohort), Model.CreateState(Plan(cohort)), 1, 1));
        Assert.Contains("3 rounds", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAveragedCounts_WhenTrained_ThenTheStrategyIsNamed()
    {
        var cohort = Tables.Cohort(100, seed: 7);
        var state = Learned(cohort).ToDictionary(entry => entry.Key, entry => entry.Value * 0.3);
        var problem = Assert.Throws<ArgumentException>(() => Train(Plan(cohort), cohort, state, 3));
        Assert.Contains("'sum'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAnInfiniteValue_WhenTrained_ThenColumnAndRowAreNamed()
    {
        var schema = Tables.Schema(Tables.Number("x"), Tables.Binary("g"));
        var table = Tables.Of(schema, [1, double.PositiveInfinity], [0, 1]);
        var plan = new ModelPlan { Model = "bayesian-network", Schema = schema, Inputs = ["x", "g"], Outcome = "" };
        var problem = Assert.Throws<ArgumentException>(() => Train(plan, table, Model.CreateState(plan), 1));
        Assert.Contains("'x', row 1", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenSmallCells_WhenThreeNodesMayNotTellThem_ThenTheStrongEdgesAndTheColumnsAreThere()
    {
        var cohort = Tables.Cohort(1200, seed: 11);
        var plan = Plan(cohort);
        var state = Learned(plan, 10, Rows(cohort, 0, 700), Rows(cohort, 700, 350), Rows(cohort, 1050, 150));
        var exact = BayesianNetworkModel.Network(plan, Learned(cohort));
        var told = BayesianNetworkModel.Network(plan, state);

        Assert.InRange(FidelityReport.Of(cohort, Model.Generate(plan, state, 4000, 1)).PairTrends, 0.93, 1);
        Assert.Contains(told.Edges, exact.Edges.Contains);
    }

    [Fact]
    public void GivenAValueOfTwoPatients_WhenCounted_ThenNothingTellsThatItIsThere()
    {
        var (with, without) = (Rare(2), Rare(0));
        var (a, b) = (Learned(Plan(with), 10, with), Learned(Plan(without), 10, without));

        // Two patients with the gene, or one with the commoner value known alone: the same to a reader.
        Assert.Equal(1, BayesianNetworkModel.Network(Plan(with), a).Variables.Single(variable => variable.Name == "g").States);
        Assert.Equal(1, BayesianNetworkModel.Network(Plan(without), b).Variables.Single(variable => variable.Name == "g").States);
        Assert.All(Model.Generate(Plan(with), a, 200, 1).Column("g").ToArray(), value => Assert.Equal(0, value));

        FeatureTable Rare(int carriers)
        {
            var cohort = Tables.Cohort(400, seed: 12);
            var columns = cohort.Schema.Features.ToDictionary(feature => feature.Name, feature => cohort.Column(feature.Name).ToArray());
            columns["g"] = [.. Enumerable.Range(0, 400).Select(row => row < carriers ? 1.0 : 0)];
            return new FeatureTable(cohort.Schema, cohort.RowIds, columns);
        }
    }

    [Fact]
    public void GivenOneRound_WhenGenerated_ThenTheColumnsAreIndependent()
    {
        var cohort = Tables.Cohort(2000, seed: 13);
        var state = Train(Plan(cohort), cohort, Model.CreateState(Plan(cohort)), 1);

        Assert.Empty(BayesianNetworkModel.Network(Plan(cohort), state).Edges);
        Assert.InRange(FidelityReport.Of(cohort, Model.Generate(Plan(cohort), state, 2000, 1)).ColumnShapes, 0.95, 1);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(1, 3)]
    public void GivenRounds_WhenScheduled_ThenAllIsCounted(int rounds, int exchanges)
    {
        var schedule = Model.Schedule([], rounds);
        Assert.Equal(exchanges, schedule.Total);
        Assert.Equal(rounds, Enumerable.Range(1, schedule.Total).Count(schedule.Ends));
    }

    private static JsonArray Edges(string from, string to) => [new JsonArray(from, to)];

    private static ModelPlan Plan(FeatureTable table) => new()
    {
        Model = "bayesian-network",
        Schema = table.Schema,
        Inputs = ["x", "g", "noise"],
        Outcome = "os",
    };

    private static IReadOnlyDictionary<string, torch.Tensor> Learned(params FeatureTable[] nodes) => Learned(Plan(nodes[0]), nodes);

    private static IReadOnlyDictionary<string, torch.Tensor> Learned(ModelPlan plan, params FeatureTable[] nodes) => Learned(plan, 1, nodes);

    private static IReadOnlyDictionary<string, torch.Tensor> Learned(ModelPlan plan, int k, params FeatureTable[] nodes)
    {
        var state = Model.CreateState(plan);
        for (var round = 1; round <= BayesianNetworkModel.Rounds; round++)
        {
            var global = state;
            var updates = nodes.Select(table => Train(plan, table, global, round, k)).ToArray();
            state = state.Keys.ToDictionary(name => name, name => updates.Aggregate(global[name], (sum, update) => sum + (update[name] - global[name])));
        }

        return state;
    }

    private static IReadOnlyDictionary<string, torch.Tensor> Train(ModelPlan plan, FeatureTable table, IReadOnlyDictionary<string, torch.Tensor> state, int round, int k = 1) =>
        Model.Train(plan, table, state, new TrainRequest { Round = round, Epochs = 1, Node = "n", MinimumPatients = k }, null, TestContext.Current.CancellationToken).State;

    private static FeatureTable Rows(FeatureTable table, int start, int count) => table.Select([.. Enumerable.Range(start, count)]);
}
