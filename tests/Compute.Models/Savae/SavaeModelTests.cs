using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;
using GenoMed.Fhir.Compute.Models.Tests.Data;
using GenoMed.Fhir.Compute.Models.Tests.Variational;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Tests.Savae;

public sealed class SavaeModelTests
{
    private static readonly FeatureTable Cohort = Tables.Cohort(400, 1);

    private static readonly ISurvivalModel Model = (ISurvivalModel)ModelCatalog.Find("savae");

    private static ModelPlan Plan(string options = "{}", long seed = 7) => new()
    {
        Model = "savae",
        Schema = Cohort.Schema,
        Inputs = ["x", "g", "noise"],
        Outcome = "os",
        Scaler = new FeatureScaler(new Dictionary<string, FeatureScale>
        {
            ["noise"] = new() { Mean = 0.5, StandardDeviation = 0.3, Missing = true },
            ["os"] = new() { Mean = 3, StandardDeviation = 2 },
        }),
        Options = (JsonObject)JsonNode.Parse(options)!,
        Seed = seed,
    };

    private static TrainResult Train(ModelPlan plan, int epochs = 2, FeatureTable? table = null, string node = "a", int round = 1, IClientStep? step = null) =>
        Model.Train(
            plan, table ?? Cohort, Model.CreateState(plan), new TrainRequest { Round = round, Epochs = epochs, Node = node, ClientStep = step }, null, TestContext.Current.CancellationToken);

    private static FeatureTable WithOutcome(Func<int, (double Duration, double Event)> outcome) => Tables.Of(
        Cohort.Schema,
        [.. Cohort.Column("x")],
        [.. Cohort.Column("g")],
        [.. Cohort.Column("noise")],
        [.. Enumerable.Range(0, Cohort.Count).SelectMany(row => new[] { outcome(row).Duration, outcome(row).Event })]);

    private static void AssertFinite(TrainResult trained)
    {
        Assert.True(double.IsFinite(trained.Metrics["loss"]));
        Assert.All(Flat.Numbers(trained.State), number => Assert.True(double.IsFinite(number)));
    }

    [Fact]
    public void GivenAHazardThatRisesWithX_WhenTrained_ThenItRanksUnseenPatients()
    {
        var plan = Plan();
        var trained = Train(plan, epochs: 60);
        var unseen = Tables.Cohort(400, 2);
        var c = Concordance.Harrell(unseen.Durations("os"), unseen.Events("os"), Model.PredictRisk(plan, trained.State, unseen)).C;
        Assert.True(c > 0.75, $"C is {c}");
    }

    [Fact]
    public void GivenATrainedModel_WhenSurvivalIsPredicted_ThenItFallsFromOneAndMeetsTheKaplanMeierCurve()
    {
        var plan = Plan();
        var trained = Train(plan, epochs: 60);
        double[] times = [0, 1, 2, 4, 8];
        var survival = Model.PredictSurvival(plan, trained.State, Cohort, times);
        var mean = times.Select((_, t) => Enumerable.Range(0, Cohort.Count).Average(row => survival[(row * times.Length) + t])).ToArray();
        Assert.Equal(1, mean[0]);
        Assert.Equal(mean.OrderDescending(), mean);
        var observed = KaplanMeier.Estimate(Cohort.Durations("os"), Cohort.Events("os")).Last(point => point.Time <= 2).Survival;
        Assert.InRange(mean[2], observed - 0.1, observed + 0.1);
    }

    [Fact]
    public void GivenTheSameArguments_WhenTrainedTwice_ThenTheSameBytes() =>
        Assert.Equal(Flat.Numbers(Train(Plan()).State), Flat.Numbers(Train(Plan()).State));

    [Fact]
    public void GivenAnotherNodeRoundOrSeed_WhenTrained_ThenOtherBytes()
    {
        var first = Flat.Numbers(Train(Plan()).State);
        Assert.NotEqual(first, Flat.Numbers(Train(Plan(), node: "b").State));
        Assert.NotEqual(first, Flat.Numbers(Train(Plan(), round: 2).State));
        Assert.NotEqual(first, Flat.Numbers(Train(Plan(seed: 8)).State));
    }

    [Fact]
    public void GivenNoEvents_WhenTrained_ThenFinite() => AssertFinite(Train(Plan(), table: WithOutcome(row => (Cohort.Durations("os")[row], 0))));

    [Fact]
    public void GivenASingleRow_WhenTrained_ThenFinite() => AssertFinite(Train(Plan(), table: Cohort.Select([0])));

    [Fact]
    public void GivenAllCovariatesMissing_WhenTrained_ThenFiniteAndTheNodeTakesPart()
    {
        var missing = Enumerable.Repeat(double.NaN, Cohort.Count).ToArray();
        var trained = Train(Plan(), table: Tables.Of(Cohort.Schema, missing, missing, missing, [.. Cohort.Column("os")]));
        AssertFinite(trained);
        Assert.Equal(400, trained.NumExamples);
    }

    [Fact]
    public void GivenTimesInAnotherUnit_WhenTrained_ThenTheSameRanks()
    {
        var days = WithOutcome(row => (Cohort.Durations("os")[row] * 365, Cohort.Events("os")[row]));
        var plan = Plan() with { Scaler = new FeatureScaler(new Dictionary<string, FeatureScale>(Plan().Scaler.Features) { ["os"] = new() { Mean = 3 * 365 } }) };
        var risk = Model.PredictRisk(Plan(), Train(Plan()).State, Cohort);
        var inDays = Model.PredictRisk(plan, Train(plan, table: days).State, days);
        Assert.All(risk.Zip(inDays), pair => Assert.Equal(pair.First - Math.Log(365), pair.Second, 1e-3));
    }

    [Fact]
    public void GivenUnknownOrZeroFollowUp_WhenTrained_ThenThoseRowsDoNotCount()
    {
        var table = WithOutcome(row => row switch { 0 => (double.NaN, 1), 1 => (0, 1), _ => (Cohort.Durations("os")[row], 1) });
        Assert.Equal(398, Train(Plan(), table: table).NumExamples);
    }

    [Fact]
    public void GivenTheReferencesHabits_WhenTrained_ThenFinite() => AssertFinite(Train(Plan(
        """{"boundedMeans": true, "tightDeviations": true, "boundedWeibull": true, "referenceTime": 20, "fixedOrder": true, "sampledPrediction": true, "lastWeights": true, "patience": 1}"""), epochs: 5));

    [Fact]
    public void GivenPatience_WhenTheHeldOutLossStopsFalling_ThenTrainingStops()
    {
        var seen = new List<int>();
        var plan = Plan("""{"patience": 3, "learningRate": 0.05}""");
        Model.Train(plan, Cohort, Model.CreateState(plan), new TrainRequest { Round = 1, Epochs = 400, Node = "a" }, new Seen(seen), TestContext.Current.CancellationToken);
        Assert.InRange(seen[^1], 4, 399);
    }

    [Fact]
    public void GivenThePlansEncoding_WhenAskedForTheInputTensors_ThenTheirColumnsAreTheEncodings() => Assert.All(
        Model.InputTensors(Plan()), name => Assert.Equal(Plan().CreateEncoding().Width, Model.CreateState(Plan())[name].shape[1]));

    [Fact]
    public void GivenNoRows_WhenTrained_ThenInvalid() => Assert.Throws<ArgumentException>(() => Train(Plan(), table: Cohort.Select([])));

    [Fact]
    public void GivenNoRows_WhenPredicted_ThenNoRisks() => Assert.Empty(Model.PredictRisk(Plan(), Model.CreateState(Plan()), Cohort.Select([])));

    [Theory]
    [InlineData("""{"latent": 0}""", "Latent")]
    [InlineData("""{"boundedWeibull": true}""", "ReferenceTime")]
    [InlineData("""{"layers": 3}""", "layers")]
    public void GivenAnOptionThatCannotBe_WhenCreateState_ThenTheMessageNamesIt(string options, string name) =>
        Assert.Contains(name, Assert.Throws<ArgumentException>(() => Model.CreateState(Plan(options))).Message, StringComparison.Ordinal);

    [Fact]
    public void GivenAClientStepThatClearsGradients_WhenTrained_ThenNothingMoves() =>
        Assert.Equal(Flat.Numbers(Model.CreateState(Plan())), Flat.Numbers(Train(Plan(), step: new ClearGradients()).State));

    private sealed class Seen(List<int> epochs) : IProgress<TrainProgress>
    {
        public void Report(TrainProgress value) => epochs.Add(value.Epoch);
    }

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
}
