using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Tabular;
using GenoMed.Fhir.Compute.Models.Tests.Variational;
using GenoMed.Fhir.Compute.Models.VaeBgm;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Tests.VaeBgm;

public sealed class VaeBgmModelTests
{
    private const string Small = """{"latent": 4, "hidden": 32, "components": 5, "dropout": 0, "klWeight": 0.3, "learningRate": 0.005}""";

    private static readonly FeatureTable Cohort = Patients.Table(600, 1);

    private static readonly IGenerator Model = (IGenerator)ModelCatalog.Find("vae-bgm");

    private static readonly Lazy<TrainResult> Trained = new(() => Train(Patients.Plan("vae-bgm", Small), Cohort, 60));

    private static TrainResult Train(ModelPlan plan, FeatureTable table, int epochs = 2, int round = 1, IReadOnlyDictionary<string, torch.Tensor>? state = null, string node = "a") =>
        Model.Train(plan, table, state ?? Model.CreateState(plan), new TrainRequest { Round = round, Epochs = epochs, Node = node }, null, TestContext.Current.CancellationToken);

    private static FeatureTable Generate(int count, IReadOnlyDictionary<string, double>? conditions = null, long seed = 5) =>
        Model.Generate(Patients.Plan("vae-bgm", Small), Trained.Value.State, count, seed, conditions);

    [Fact]
    public void GivenTwoKindsOfPatients_WhenGenerated_ThenMarginalsAndCoOccurrenceAreKept()
    {
        var synthetic = Generate(600);
        var report = FidelityReport.Of(Cohort, synthetic);
        Assert.True(report.ColumnShapes > 0.88, $"shapes are {report.ColumnShapes}");
        Assert.True(report.PairTrends > 0.85, $"trends are {report.PairTrends}");
        Assert.True(PhiMatrix.Of(synthetic, ["a", "b"])[0] > 0.5);
    }

    [Fact]
    public void GivenMissingValuesAndAPointMass_WhenGenerated_ThenTheyAppearAsOften()
    {
        var x = Generate(1000).Column("x").ToArray();
        Assert.InRange(x.Count(double.IsNaN) / 1000.0, 0.03, 0.15);
        Assert.InRange(x.Count(value => value == 0) / 1000.0, 0.1, 0.3);
        Assert.DoesNotContain(x, value => value < 0);
    }

    [Fact]
    public void GivenAnOutcome_WhenGenerated_ThenDurationsArePositiveAndEventsZeroOrOne()
    {
        var synthetic = Generate(200);
        Assert.All(synthetic.Durations("os"), duration => Assert.True(duration > 0));
        Assert.All(synthetic.Events("os"), seen => Assert.Contains(seen, new[] { 0.0, 1.0 }));
        Assert.Equal("synthetic-000001", synthetic.RowIds[0]);
    }

    [Fact]
    public void GivenTheSameSeed_WhenGeneratedTwice_ThenTheSameRows() =>
        Assert.Equal(Generate(50).Column("x").ToArray(), Generate(50).Column("x").ToArray());

    [Fact]
    public void GivenAnOutcomeWeight_WhenTheLossIsTaken_ThenTheOutcomesPartAloneGrowsInProportion()
    {
        using var scope = torch.NewDisposeScope();
        double Loss(int weight)
        {
            var plan = Patients.Plan("vae-bgm", Small.Replace("}", $", \"outcomeWeight\": {weight}}}", StringComparison.Ordinal));
            var network = VaeBgmNetwork.Load(plan, Trained.Value.State);
            network.Module.eval();
            return network.Task(TabularEncoder.Encode(network.Layout, Cohort), 1).HeldOut([.. Enumerable.Range(0, 100)]).ToDouble();
        }

        var (one, two, four) = (Loss(1), Loss(2), Loss(4));
        Assert.NotEqual(one, two);
        Assert.Equal(3 * (two - one), four - one, 1e-3);
    }

    [Fact]
    public void GivenAveraging_WhenTrained_ThenOtherWeightsThatStillGenerateBothKinds()
    {
        var plan = Patients.Plan("vae-bgm", Small.Replace("}", ", \"averaging\": 0.9}", StringComparison.Ordinal));
        var trained = Train(plan, Cohort, 60);
        Assert.NotEqual(Flat.Numbers(Trained.Value.State), Flat.Numbers(trained.State));
        Assert.True(PhiMatrix.Of(Model.Generate(plan, trained.State, 600, 5), ["a", "b"])[0] > 0.5);
    }

    [Fact]
    public void GivenAFallingStepSize_WhenTheLastRoundIsTrained_ThenItIsThatOfASmallerStepSize()
    {
        ModelPlan Plan(string options) => Patients.Plan("vae-bgm", Small.Replace("0.005}", options, StringComparison.Ordinal));
        var (falling, small) = (Plan("""0.005, "finalRate": 0.2, "trainingRounds": 3}"""), Plan("""0.001, "trainingRounds": 3}"""));
        Assert.Equal(Flat.Numbers(Train(small, Cohort, round: 3).State), Flat.Numbers(Train(falling, Cohort, round: 3).State));
        Assert.NotEqual(Flat.Numbers(Train(small, Cohort, round: 1).State), Flat.Numbers(Train(falling, Cohort, round: 1).State));
    }

    [Fact]
    public void GivenConditions_WhenGenerated_ThenEveryRowHasThem()
    {
        var synthetic = Generate(40, new Dictionary<string, double> { ["a"] = 1, ["c"] = 2 });
        Assert.Equal(40, synthetic.Count);
        Assert.All(synthetic.Column("a").ToArray(), value => Assert.Equal(1, value));
        Assert.All(synthetic.Column("c").ToArray(), value => Assert.Equal(2, value));
    }

    [Theory]
    [InlineData("x", 1)]
    [InlineData("os", 1)]
    [InlineData("nothing", 1)]
    [InlineData("c", 3)]
    public void GivenAConditionThatCannotBe_WhenGenerated_ThenTheMessageNamesIt(string feature, double value) => Assert.Contains(
        feature, Assert.Throws<ArgumentException>(() => Generate(1, new Dictionary<string, double> { [feature] = value })).Message, StringComparison.Ordinal);

    [Fact]
    public void GivenNoCount_WhenGenerated_ThenNoRows() => Assert.Equal(0, Generate(0).Count);

    [Fact]
    public void GivenAnUntrainedState_WhenGenerated_ThenInvalid()
    {
        var plan = Patients.Plan("vae-bgm", Small);
        Assert.Throws<ArgumentException>(() => Model.Generate(plan, Model.CreateState(plan), 5, 1));
    }

    [Fact]
    public void GivenRisksAreAskedFor_WhenPredicted_ThenItSaysThatItPredictsNone() => Assert.Contains(
        "predicts no risk", Assert.Throws<ArgumentException>(() => Model.PredictRisk(Patients.Plan("vae-bgm", Small), Trained.Value.State, Cohort)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void GivenFewRows_WhenTrained_ThenFinite(int count)
    {
        var trained = Train(Patients.Plan("vae-bgm", Small), Cohort.Select([.. Enumerable.Range(0, count)]));
        Assert.All(Flat.Numbers(trained.State), number => Assert.True(double.IsFinite(number)));
    }

    [Fact]
    public void GivenTheNetworksAreFrozen_WhenNodesTrainAndAreAveraged_ThenTheLatentMixtureIsTheCentralisedOne()
    {
        var plan = Patients.Plan("vae-bgm", Small.Replace("{", """{"trainingRounds": 1, "patients": 600, """, StringComparison.Ordinal));
        var start = Train(plan, Cohort, epochs: 3).State;
        FeatureTable[] nodes = [Cohort.Select([.. Enumerable.Range(0, 360)]), Cohort.Select([.. Enumerable.Range(360, 180)]), Cohort.Select([.. Enumerable.Range(540, 60)])];
        var (central, federated) = (start, start);
        for (var round = 2; round <= 6; round++)
        {
            central = Train(plan, Cohort, round: round, state: central).State;
            federated = Average([.. nodes.Select(node => Train(plan, node, round: round, state: federated))]);
        }

        Near.Equal(Flat.Numbers(WithoutCount(central)), Flat.Numbers(WithoutCount(federated)), 1e-6);
    }

    [Fact]
    public void GivenTheNetworksAreFrozen_WhenTrained_ThenOnlyTheMixtureMoves()
    {
        var plan = Patients.Plan("vae-bgm", Small.Replace("{", """{"trainingRounds": 1, """, StringComparison.Ordinal));
        var start = Train(plan, Cohort).State;
        var next = Train(plan, Cohort, round: 2, state: start).State;
        Assert.All(start.Where(entry => entry.Value.dtype == torch.float32), entry =>
            Assert.Equal(entry.Value.data<float>().ToArray(), next[entry.Key].data<float>().ToArray()));
        Assert.NotEqual(start["mixture_sums"].data<double>().ToArray(), next["mixture_sums"].data<double>().ToArray());
    }

    /// <summary>The average knows the nodes' mean size only; the plan knows the whole.</summary>
    private static Dictionary<string, torch.Tensor> WithoutCount(IReadOnlyDictionary<string, torch.Tensor> state) =>
        state.Where(entry => entry.Key != "patients").ToDictionary();

    /// <summary>FedAvg: the mean weighted by patients, in float64.</summary>
    private static Dictionary<string, torch.Tensor> Average(TrainResult[] updates)
    {
        double total = updates.Sum(update => update.NumExamples);
        return updates[0].State.ToDictionary(
            entry => entry.Key,
            entry => updates.Select(update => update.State[entry.Key].to(torch.float64) * (update.NumExamples / total)).Aggregate((a, b) => a + b).to(entry.Value.dtype));
    }
}
