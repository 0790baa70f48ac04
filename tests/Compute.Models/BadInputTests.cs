using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Tests.Data;
using GenoMed.Fhir.Compute.Models.Tests.VaeBgm;
using TorchSharp;

namespace GenoMed.Fhir.Compute.Models.Tests;

/// <summary>What every model makes of numbers that are none and of states that do not fit.</summary>
public sealed class BadInputTests
{
    private static readonly FeatureTable Cohort = Patients.Table(80, 1);

    public static TheoryData<string> Trained => ["deepsurv", "savae", "vae-bgm", "ctgan"];

    private static string Options(string model) => model == "ctgan" ? """{"pac": 1, "batchSize": 20, "encoderRounds": 0, "hidden": 8, "latent": 4}""" : "{}";

    private static TrainResult Train(string model, FeatureTable table, Func<string, torch.Tensor, torch.Tensor>? change = null, Action<Dictionary<string, torch.Tensor>>? edit = null)
    {
        var (plan, found) = (Patients.Plan(model, Options(model)), ModelCatalog.Find(model));
        var state = found.CreateState(plan).ToDictionary(entry => entry.Key, entry => change?.Invoke(entry.Key, entry.Value) ?? entry.Value);
        edit?.Invoke(state);
        return found.Train(plan, table, state, new TrainRequest { Round = 1, Epochs = 1, Node = "a" }, null, TestContext.Current.CancellationToken);
    }

    private static FeatureTable With(string column, double value)
    {
        double[] Column(string name) => [.. Cohort.Column(name).ToArray().Select((old, i) => name == column && i == 0 ? value : old)];
        return Tables.Of(Cohort.Schema, Column("x"), Column("a"), Column("b"), Column("c"), Column("os"));
    }

    [Theory]
    [MemberData(nameof(Trained))]
    public void GivenAnInfiniteInput_WhenTrained_ThenTheColumnIsNamed(string model) => Assert.All(
        new[] { double.PositiveInfinity, double.NegativeInfinity },
        value => Assert.Contains("x", Assert.Throws<ArgumentException>(() => Train(model, With("x", value))).Message.Split('\'', ' ', ':', ',', '.')));

    [Theory]
    [MemberData(nameof(Trained))]
    public void GivenAnInfiniteFollowUp_WhenTrained_ThenTheOutcomeIsNamed(string model) =>
        Assert.Contains("os", Assert.Throws<ArgumentException>(() => Train(model, With("os", double.PositiveInfinity))).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Trained))]
    public void GivenWeightsThatOverflow_WhenTrained_ThenTheStepOfTheLossIsNamed(string model)
    {
        var problem = Assert.Throws<ArithmeticException>(() => Train(model, Cohort, (_, tensor) => tensor.is_floating_point() && tensor.Dimensions == 2 ? tensor * 1e30 : tensor));
        Assert.Contains("step 1", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Trained))]
    public void GivenAStateThatLacksATensor_WhenTrained_ThenItIsNamed(string model) =>
        AssertRefused(model, (name, state) => state.Remove(name), "lacks");

    [Theory]
    [MemberData(nameof(Trained))]
    public void GivenAStateWithATensorTooMany_WhenTrained_ThenItIsNamed(string model) =>
        Assert.Contains("'extra'", Assert.Throws<ArgumentException>(() => Train(model, Cohort, edit: state => state["extra"] = torch.ones(1))).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Trained))]
    public void GivenAStateOfAnotherShape_WhenTrained_ThenTensorAndBothShapesAreNamed(string model) =>
        AssertRefused(model, (name, state) => state[name] = torch.ones(7, 77), "[7, 77]");

    [Theory]
    [MemberData(nameof(Trained))]
    public void GivenANodeThatLacksAFeature_WhenTrained_ThenItTakesPartWithAllItsPatients(string model)
    {
        var lacking = Enumerable.Repeat(double.NaN, Cohort.Count).ToArray();
        var trained = Train(model, Tables.Of(Cohort.Schema, lacking, lacking, [.. Cohort.Column("b")], [.. Cohort.Column("c")], [.. Cohort.Column("os")]));
        Assert.Equal(Cohort.Count, trained.NumExamples);
        Assert.All(Variational.Flat.Numbers(trained.State), number => Assert.True(double.IsFinite(number)));
    }

    [Theory]
    [MemberData(nameof(Trained))]
    public void GivenASinglePatient_WhenTrained_ThenTheStateIsFinite(string model) =>
        Assert.All(Variational.Flat.Numbers(Train(model, Cohort.Select([0])).State), number => Assert.True(double.IsFinite(number)));

    private static void AssertRefused(string model, Action<string, Dictionary<string, torch.Tensor>> change, string says)
    {
        var plan = Patients.Plan(model, Options(model));
        var name = ModelCatalog.Find(model).CreateState(plan).Keys.First(key => key.EndsWith(".weight", StringComparison.Ordinal));
        var problem = Assert.Throws<ArgumentException>(() => Train(model, Cohort, edit: state => change(name, state)));
        Assert.Contains(name, problem.Message, StringComparison.Ordinal);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }
}
