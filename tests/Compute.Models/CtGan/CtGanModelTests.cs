using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Tests.VaeBgm;
using GenoMed.Fhir.Compute.Models.Tests.Variational;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Tests.CtGan;

public sealed class CtGanModelTests
{
    private const string Small = """{"latent": 16, "hidden": 32, "batchSize": 60, "pac": 3, "modes": 4, "learningRate": 0.002, "encoderRounds": 0}""";

    private const string EncodersOnly = """{"latent": 4, "hidden": 8, "batchSize": 20, "pac": 2, "modes": 4, "encoderRounds": 10, "patients": 600}""";

    private static readonly FeatureTable Cohort = Patients.Table(600, 1);

    private static readonly IGenerator Model = (IGenerator)ModelCatalog.Find("ctgan");

    private static readonly Lazy<TrainResult> Trained = new(() => Train(Patients.Plan("ctgan", Small), Cohort, 40));

    private static TrainResult Train(ModelPlan plan, FeatureTable table, int epochs = 1, int round = 1, IReadOnlyDictionary<string, torch.Tensor>? state = null, IClientStep? step = null) =>
        Model.Train(plan, table, state ?? Model.CreateState(plan), new TrainRequest { Round = round, Epochs = epochs, Node = "a", ClientStep = step }, null, TestContext.Current.CancellationToken);

    private static FeatureTable Generate(int count, IReadOnlyDictionary<string, double>? conditions = null) =>
        Model.Generate(Patients.Plan("ctgan", Small), Trained.Value.State, count, 5, conditions);

    private static void AssertFinite(TrainResult trained) =>
        Assert.All(Flat.Numbers(trained.State), number => Assert.True(double.IsFinite(number)));

    [Fact]
    public void GivenTwoKindsOfPatients_WhenGenerated_ThenTheyAreBothThere()
    {
        var synthetic = Generate(600);
        var report = FidelityReport.Of(Cohort, synthetic);
        Assert.True(report.ColumnShapes > 0.75, $"shapes are {report.ColumnShapes}");
        Assert.All(synthetic.Durations("os"), duration => Assert.True(duration > 0));
        Assert.Equal(3, synthetic.Column("c").ToArray().Distinct().Count());
    }

    [Fact]
    public void GivenTheSameSeed_WhenTrainedAndGeneratedTwice_ThenTheSameNumbers()
    {
        var plan = Patients.Plan("ctgan", Small);
        var (first, second) = (Train(plan, Cohort), Train(plan, Cohort));
        Assert.Equal(Flat.Numbers(first.State), Flat.Numbers(second.State));
        Assert.Equal(Model.Generate(plan, first.State, 20, 1).Column("os").ToArray(), Model.Generate(plan, second.State, 20, 1).Column("os").ToArray());
    }

    [Fact]
    public void GivenAveraging_WhenTrained_ThenTheGeneratorAloneEndsElsewhereAndGenerates()
    {
        var (last, mean) = (Train(Patients.Plan("ctgan", Small), Cohort, 2), Train(Averaging, Cohort, 2));
        var changed = last.State.Keys.Where(name => !Flat.Numbers(Only(last, name)).SequenceEqual(Flat.Numbers(Only(mean, name)))).ToArray();
        Assert.Contains("generator.layers.output.weight", changed);
        Assert.All(changed, name => Assert.StartsWith("generator.", name, StringComparison.Ordinal));
        Assert.Equal(50, Model.Generate(Averaging, mean.State, 50, 1).Count);
    }

    [Fact]
    public void GivenMomentsThatAreNotThoseOfTheWeights_WhenGenerated_ThenTheGeneratorFindsItsOwn()
    {
        var plan = Patients.Plan("ctgan", Small);
        var state = Trained.Value.State;
        var other = state.ToDictionary(entry => entry.Key, entry => entry.Key.Contains("running_", StringComparison.Ordinal) ? entry.Value + 3 : entry.Value);
        Assert.Contains(other.Keys, name => name.Contains("running_square", StringComparison.Ordinal));
        Assert.Equal(Model.Generate(plan, state, 40, 1).Column("x").ToArray(), Model.Generate(plan, other, 40, 1).Column("x").ToArray());
    }

    [Fact]
    public void GivenAveraging_WhenPatientsAreToBeProtected_ThenRefused()
    {
        var plan = Patients.Plan("ctgan", """{"pac": 1, "encoderRounds": 0, "averaging": 0.9}""");
        Assert.Contains("averaging", Assert.Throws<ArgumentException>(() => Model.CheckPrivacy(plan)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAFallingStepSize_WhenTheLastRoundIsTrained_ThenItIsThatOfASmallerStepSizeWhateverCameBefore()
    {
        ModelPlan Plan(string options) => Patients.Plan("ctgan", Small.Replace("0.002, \"encoderRounds\": 0}", options, StringComparison.Ordinal));
        var (falling, small) = (Plan("""0.002, "finalRate": 0.5, "trainingRounds": 3, "encoderRounds": 1}"""), Plan("""0.001, "encoderRounds": 1}"""));
        var encoded = Train(small, Cohort).State;
        Assert.Equal(Flat.Numbers(Train(small, Cohort, round: 4, state: encoded).State), Flat.Numbers(Train(falling, Cohort, round: 4, state: encoded).State));
        Assert.NotEqual(Flat.Numbers(Train(small, Cohort, round: 2, state: encoded).State), Flat.Numbers(Train(falling, Cohort, round: 2, state: encoded).State));
    }

    private static ModelPlan Averaging => Patients.Plan("ctgan", Small.Replace("}", ", \"averaging\": 0.9}", StringComparison.Ordinal));

    private static Dictionary<string, torch.Tensor> Only(TrainResult result, string name) => new() { [name] = result.State[name] };

    [Fact]
    public void GivenACondition_WhenGenerated_ThenEveryRowHasIt() =>
        Assert.All(Generate(30, new Dictionary<string, double> { ["c"] = 2 }).Column("c").ToArray(), value => Assert.Equal(2, value));

    [Fact]
    public void GivenANumberAsACondition_WhenGenerated_ThenInvalid() =>
        Assert.Throws<ArgumentException>(() => Generate(1, new Dictionary<string, double> { ["x"] = 2 }));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void GivenFewRows_WhenTrained_ThenFinite(int count) =>
        AssertFinite(Train(Patients.Plan("ctgan", Small), Cohort.Select([.. Enumerable.Range(0, count)])));

    [Fact]
    public void GivenANodeThatLacksFeatures_WhenTrained_ThenFiniteAndOnlyLocalCodesAreDrawn()
    {
        var missing = Enumerable.Repeat(double.NaN, Cohort.Count).ToArray();
        var table = Tests.Data.Tables.Of(Cohort.Schema, missing, missing, [.. Cohort.Column("b")], missing, [.. Cohort.Column("os")]);
        AssertFinite(Train(Patients.Plan("ctgan", Small), table));
    }

    [Fact]
    public void GivenNodes_WhenOnlyTheEncodersAreFitted_ThenTheirAverageIsTheCentralisedFit()
    {
        var plan = Patients.Plan("ctgan", EncodersOnly);
        FeatureTable[] nodes = [Cohort.Select([.. Enumerable.Range(0, 360)]), Cohort.Select([.. Enumerable.Range(360, 180)]), Cohort.Select([.. Enumerable.Range(540, 60)])];
        var start = Train(plan, Cohort).State;
        var (central, federated) = (start, start);
        for (var round = 2; round <= 5; round++)
        {
            central = Train(plan, Cohort, round: round, state: central).State;
            federated = Average([.. nodes.Select(node => Train(plan, node, round: round, state: federated))]);
        }

        foreach (var name in new[] { "mode_shares", "mode_sums", "mode_squares", "frequencies" })
        {
            Near.Equal(central[name].data<double>().ToArray(), federated[name].data<double>().ToArray(), 1e-6);
        }
    }

    [Fact]
    public void GivenAnEncoderRound_WhenTrained_ThenTheNetworksStayAndTheNextRoundMovesThem()
    {
        var plan = Patients.Plan("ctgan", EncodersOnly.Replace("\"encoderRounds\": 10", "\"encoderRounds\": 1", StringComparison.Ordinal));
        var initial = Model.CreateState(plan);
        var first = Train(plan, Cohort, state: initial).State;
        var second = Train(plan, Cohort, round: 2, state: first).State;
        const string Weight = "generator.layers.output.weight";
        Assert.Equal(initial[Weight].data<float>().ToArray(), first[Weight].data<float>().ToArray());
        Assert.NotEqual(first[Weight].data<float>().ToArray(), second[Weight].data<float>().ToArray());
        Assert.Equal(first["mode_sums"].data<double>().ToArray(), second["mode_sums"].data<double>().ToArray());
    }

    [Fact]
    public void GivenACodeOfFewPatients_WhenSummarised_ThenItIsNotTold()
    {
        var plan = Patients.Plan("ctgan", EncodersOnly);
        var columns = Cohort.Schema.Features.ToDictionary(feature => feature.Name, feature => Cohort.Column(feature.Name).ToArray());
        columns["b"] = [.. Enumerable.Range(0, Cohort.Count).Select(row => row < 4 ? 1.0 : 0)];
        var table = new FeatureTable(Cohort.Schema, Cohort.RowIds, columns);
        double[] Frequencies(int k) => Model.Train(
            plan, table, Model.CreateState(plan), new TrainRequest { Round = 1, Epochs = 1, Node = "a", MinimumPatients = k }, null, TestContext.Current.CancellationToken)
            .State["frequencies"].data<double>().ToArray();

        Assert.Contains(Frequencies(1), frequency => Math.Abs(frequency - (4.0 / 600)) < 1e-9);
        Assert.DoesNotContain(Frequencies(10), frequency => frequency is > 0 and < 10.0 / 600 && Math.Abs(frequency - (1.0 / 600)) > 1e-9);
    }

    [Fact]
    public void GivenBatchNormOfTwoNodes_WhenStatesAreAveraged_ThenTheRunningMomentsArePooled()
    {
        var plan = Patients.Plan("ctgan", Small);
        var (a, b) = (Train(plan, Cohort), Train(plan, Cohort, round: 2));
        const string Of = "generator.layers.block0.normal.running_";
        var square = Average([a, b])[Of + "square"].data<float>()[0];
        double Second(TrainResult node) => node.State[Of + "square"].data<float>()[0];
        Assert.Equal((Second(a) + Second(b)) / 2, square, 1e-6);
        Assert.DoesNotContain(Of + "var", a.State.Keys);
    }

    [Fact]
    public void GivenAnUntrainedState_WhenGenerated_ThenInvalid()
    {
        var plan = Patients.Plan("ctgan", Small);
        Assert.Throws<ArgumentException>(() => Model.Generate(plan, Model.CreateState(plan), 5, 1));
    }

    [Theory]
    [InlineData("""{"batchSize": 55, "pac": 10}""", "pac")]
    [InlineData("""{"temperature": 0}""", "Temperature")]
    public void GivenAnOptionThatCannotBe_WhenCreateState_ThenTheMessageNamesIt(string options, string name) =>
        Assert.Contains(name, Assert.Throws<ArgumentException>(() => Model.CreateState(Patients.Plan("ctgan", options))).Message, StringComparison.Ordinal);

    [Fact]
    public void GivenAClientStep_WhenTrained_ThenItSeesBothPlayersParameters()
    {
        var step = new Seen();
        Train(Patients.Plan("ctgan", Small), Cohort.Select([.. Enumerable.Range(0, 60)]), step: step);
        Assert.Equal(["discriminator", "generator"], step.Prefixes.Order());
    }

    private static Dictionary<string, torch.Tensor> Average(TrainResult[] updates)
    {
        double total = updates.Sum(update => update.NumExamples);
        return updates[0].State.ToDictionary(
            entry => entry.Key,
            entry => updates.Select(update => update.State[entry.Key].to(torch.float64) * (update.NumExamples / total)).Aggregate((a, b) => a + b).to(entry.Value.dtype));
    }

    private sealed class Seen : IClientStep
    {
        public HashSet<string> Prefixes { get; } = [];

        public void Adjust(IReadOnlyDictionary<string, torch.Tensor> parameters, IReadOnlyDictionary<string, torch.Tensor> global) =>
            Prefixes.UnionWith(parameters.Keys.Select(name => name.Split('.')[0]));
    }
}
