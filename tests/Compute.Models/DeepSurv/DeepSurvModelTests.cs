using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;
using GenoMed.Fhir.Compute.Models.Tests.Data;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Tests.DeepSurv;

public sealed class DeepSurvModelTests
{
    private static readonly FeatureTable Cohort = Tables.Cohort(400, 1);

    private static readonly IModel Model = ModelCatalog.Find("deepsurv");

    private static ModelPlan Plan(JsonObject? options = null, long seed = 7) => new()
    {
        Model = "deepsurv",
        Schema = Cohort.Schema,
        Inputs = ["x", "g", "noise"],
        Outcome = "os",
        Scaler = new FeatureScaler(new Dictionary<string, FeatureScale> { ["noise"] = new() { Mean = 0.5, StandardDeviation = 0.3, Missing = true } }),
        Options = options ?? new JsonObject { ["batchSize"] = 64, ["learningRate"] = 0.01, ["dropout"] = 0.1 },
        Seed = seed,
    };

    private static TrainRequest Request(string node = "a", int round = 1, int epochs = 2) => new() { Round = round, Epochs = epochs, Node = node };

    private static TrainResult Train(ModelPlan plan, TrainRequest request, FeatureTable? table = null) =>
        Model.Train(plan, table ?? Cohort, Model.CreateState(plan), request, null, TestContext.Current.CancellationToken);

    private static float[] Numbers(IReadOnlyDictionary<string, torch.Tensor> state) =>
        [.. state.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => entry.Value.data<float>().ToArray())];

    [Fact]
    public void GivenAHazardThatRisesWithX_WhenTrained_ThenItRanksUnseenPatients()
    {
        var plan = Plan();
        var trained = Train(plan, Request(epochs: 30));
        var unseen = Tables.Cohort(400, 2);
        var c = Concordance.Harrell(unseen.Durations("os"), unseen.Events("os"), Model.PredictRisk(plan, trained.State, unseen)).C;
        Assert.True(c > 0.75, $"C is {c}");
        Assert.Equal(400, trained.NumExamples);
    }

    [Fact]
    public void GivenTheSameArguments_WhenTrainedTwice_ThenTheSameBytes() =>
        Assert.Equal(Numbers(Train(Plan(), Request()).State), Numbers(Train(Plan(), Request()).State));

    [Fact]
    public async Task GivenTrainingsAtTheSameTime_WhenTrained_ThenTheSameBytesAsAlone()
    {
        var alone = Numbers(Train(Plan(), Request()).State);
        var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Numbers(Train(Plan(), Request()).State), TestContext.Current.CancellationToken)));
        Assert.All(together, state => Assert.Equal(alone, state));
    }

    [Fact]
    public void GivenAnotherNodeRoundOrSeed_WhenTrained_ThenOtherBytes()
    {
        var first = Numbers(Train(Plan(), Request()).State);
        Assert.NotEqual(first, Numbers(Train(Plan(), Request(node: "b")).State));
        Assert.NotEqual(first, Numbers(Train(Plan(), Request(round: 2)).State));
        Assert.NotEqual(first, Numbers(Train(Plan(seed: 8), Request()).State));
    }

    [Fact]
    public void GivenAState_WhenTrained_ThenItIsLeftAsItWas()
    {
        var state = Model.CreateState(Plan());
        var before = Numbers(state);
        Model.Train(Plan(), Cohort, state, Request(), null, TestContext.Current.CancellationToken);
        Assert.Equal(before, Numbers(state));
    }

    [Fact]
    public void GivenNoEvents_WhenTrained_ThenTheStateIsUnchangedAndFinite()
    {
        double[] os = [.. Cohort.Column("os")];
        for (var row = 0; row < Cohort.Count; row++)
        {
            os[(2 * row) + 1] = 0;
        }

        var table = Tables.Of(Cohort.Schema, [.. Cohort.Column("x")], [.. Cohort.Column("g")], [.. Cohort.Column("noise")], os);
        var trained = Train(Plan(), Request(), table);
        Assert.Equal(Numbers(Model.CreateState(Plan())), Numbers(trained.State));
        Assert.True(double.IsNaN(trained.Metrics["loss"]));
    }

    [Fact]
    public void GivenASingleRow_WhenTrained_ThenFinite()
    {
        var trained = Train(Plan(), Request(), Cohort.Select([0]));
        Assert.All(Numbers(trained.State), number => Assert.True(float.IsFinite(number)));
    }

    [Fact]
    public void GivenUnknownOrZeroFollowUp_WhenTrained_ThenThoseRowsDoNotCount()
    {
        double[] os = [.. Cohort.Column("os")];
        (os[0], os[2]) = (double.NaN, 0);
        var table = Tables.Of(Cohort.Schema, [.. Cohort.Column("x")], [.. Cohort.Column("g")], [.. Cohort.Column("noise")], os);
        Assert.Equal(398, Train(Plan(), Request(), table).NumExamples);
    }

    [Fact]
    public void GivenPatience_WhenTrainedForManyEpochs_ThenItStopsEarlyWithWeightsThatRankUnseenPatients()
    {
        var plan = Plan(new JsonObject { ["learningRate"] = 0.01, ["patience"] = 5 });
        var epochs = new List<TrainProgress>();
        var trained = Model.Train(plan, Cohort, Model.CreateState(plan), Request(epochs: 2000), new Told(epochs), TestContext.Current.CancellationToken);

        Assert.InRange(epochs.Count, 6, 1000);
        var unseen = Tables.Cohort(400, 2);
        Assert.InRange(Concordance.Harrell(unseen.Durations("os"), unseen.Events("os"), Model.PredictRisk(plan, trained.State, unseen)).C, 0.75, 1);
    }

    [Fact]
    public void GivenADecay_WhenTrained_ThenTheFirstEpochIsTheSameAndLaterOnesAreSmaller()
    {
        JsonObject Options(double decay) => new() { ["batchSize"] = 400, ["dropout"] = 0, ["weightDecay"] = 0, ["learningRateDecay"] = decay };
        float[] After(double decay, int epochs) => Numbers(Train(Plan(Options(decay)), Request(epochs: epochs)).State);
        double Step(double decay) => After(decay, 2).Zip(After(decay, 1), (a, b) => Math.Abs(a - b)).Average();

        Assert.Equal(After(0, 1), After(1, 1));
        Assert.Equal(0.5, Step(1) / Step(0), 1e-3);
    }

    [Fact]
    public void GivenNoRows_WhenTrained_ThenInvalid() => Assert.Throws<ArgumentException>(() => Train(Plan(), Request(), Cohort.Select([])));

    [Fact]
    public void GivenNoRows_WhenPredicted_ThenNoRisks() => Assert.Empty(Model.PredictRisk(Plan(), Model.CreateState(Plan()), Cohort.Select([])));

    [Theory]
    [InlineData("""{"dropout": 1.5}""", "Dropout")]
    [InlineData("""{"learnRate": 0.1}""", "learnRate")]
    [InlineData("""{"hidden": [0]}""", "width 0")]
    [InlineData("""{"activation": "sine"}""", "activation")]
    [InlineData("""{"batchSize": 1}""", "BatchSize")]
    public void GivenAnOptionThatCannotBe_WhenCreateState_ThenTheMessageNamesIt(string options, string name)
    {
        var problem = Assert.Throws<ArgumentException>(() => Model.CreateState(Plan((JsonObject)JsonNode.Parse(options)!)));
        Assert.Contains(name, problem.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void GivenAStateThatDoesNotFit_WhenTrained_ThenTheMessageNamesTheTensor()
    {
        var other = Model.CreateState(Plan(new JsonObject { ["hidden"] = new JsonArray(8) }));
        var problem = Assert.Throws<ArgumentException>(() =>
            Model.Train(Plan(), Cohort, other, Request(), null, TestContext.Current.CancellationToken));
        Assert.Contains("layers.linear0", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenSelu_WhenTrained_ThenFinite()
    {
        var trained = Train(Plan(new JsonObject { ["activation"] = "selu", ["ties"] = "Efron" }), Request());
        Assert.All(Numbers(trained.State), number => Assert.True(float.IsFinite(number)));
    }

    [Fact]
    public void GivenACancelledToken_WhenTrained_ThenStops() => Assert.Throws<OperationCanceledException>(() =>
        Model.Train(Plan(), Cohort, Model.CreateState(Plan()), Request(), null, new CancellationToken(canceled: true)));

    [Fact]
    public void GivenAClientStepThatClearsGradients_WhenTrained_ThenOnlyWeightDecayMoves()
    {
        var plan = Plan(new JsonObject { ["weightDecay"] = 0 });
        var request = Request() with { ClientStep = new ClearGradients() };
        Assert.Equal(Numbers(Model.CreateState(plan)), Numbers(Train(plan, request).State));
    }

    [Fact]
    public void GivenAnUnknownModel_WhenFind_ThenTheMessageListsThem() =>
        Assert.Contains("deepsurv", Assert.Throws<ArgumentException>(() => ModelCatalog.Find("x")).Message, StringComparison.Ordinal);

    private sealed class ClearGradients : IClientStep
    {
        public void Adjust(IReadOnlyDictionary<string, torch.Tensor> parameters, IReadOnlyDictionary<string, torch.Tensor> global)
        {
            foreach (var parameter in parameters.Values)
            {
                parameter.grad?.zero_();
            }
        }
    }

    private sealed class Told(List<TrainProgress> told) : IProgress<TrainProgress>
    {
        public void Report(TrainProgress value) => told.Add(value);
    }
}
