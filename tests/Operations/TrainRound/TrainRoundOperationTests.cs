using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.Binding;
using GenoMed.Fhir.Operations.Contracts.TrainRound;
using GenoMed.Fhir.Operations.Tests.Support;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.Tests.TrainRound;

public sealed class TrainRoundOperationTests
{
    private static readonly TrainingPlan Plan = Plans.Of("x", "sex");

    [Fact]
    public async Task GivenTheSameInput_WhenTrainedTwiceAndAtOnce_ThenTheBytesAreTheSame()
    {
        await using var host = new OperationsHost();
        var input = await InputAsync(host);

        var outputs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.RunAsync(ContractCatalog.TrainRound, input)));

        Assert.All(outputs, output => Assert.Equal(outputs[0].Update.Data, output.Update.Data));
        Assert.NotEqual(input.Weights.Data, outputs[0].Update.Data);
        Assert.Equal(40, outputs[0].NumExamples);
        Assert.Contains(outputs[0].Metrics, metric => metric.Name == "loss");
        Assert.Contains(host.Progress, told => told.Fraction == 1);
    }

    [Fact]
    public async Task GivenMoreEpochs_WhenTrained_ThenTheBytesDiffer()
    {
        await using var host = new OperationsHost();
        var input = await InputAsync(host);

        var first = await host.RunAsync(ContractCatalog.TrainRound, input);
        var second = await host.RunAsync(ContractCatalog.TrainRound, input with { Epochs = 3 });

        Assert.NotEqual(first.Update.Data, second.Update.Data);
    }

    [Fact]
    public async Task GivenAnUnknownDataset_WhenTrained_ThenNotFound()
        => await RefusedAsync(input => input with { Dataset = "ds-none" }, ProblemKind.NotFound, "dataset");

    [Fact]
    public async Task GivenANewerPlan_WhenTrained_ThenInvalid()
        => await RefusedAsync(input => input with { Plan = Edit(input.Plan, plan => plan["format"] = 2) }, ProblemKind.Invalid, "plan");

    [Fact]
    public async Task GivenAPlanThatIsNoJson_WhenTrained_ThenInvalid()
        => await RefusedAsync(input => input with { Plan = "{" }, ProblemKind.Invalid, "plan");

    [Fact]
    public async Task GivenAnotherSchemaVersion_WhenTrained_ThenUnprocessable()
        => await RefusedAsync(input => input with { Plan = Edit(input.Plan, plan => plan["model"]!["schema"]!["version"] = "2.0.0") }, ProblemKind.Unprocessable, "plan");

    [Theory]
    [InlineData("score")]
    [InlineData("os")]
    public async Task GivenAnInputThatIsOutcomeOrScore_WhenTrained_ThenUnprocessable(string feature)
        => await RefusedAsync(input => input with { Plan = Plans.Of("x", feature).ToJson() }, ProblemKind.Unprocessable, "plan");

    [Fact]
    public async Task GivenAPlanThatCallsTheScoreAnInput_WhenTrained_ThenTheNodesDictionaryDecides()
        => await RefusedAsync(
            input => input with { Plan = Edit(Plans.Of("x", "score").ToJson(), plan => plan["model"]!["schema"]!["features"]![3]!["role"] = "Input") },
            ProblemKind.Unprocessable,
            "plan");

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task GivenAPlanThatIsNoObject_WhenTrained_ThenInvalid(string plan)
        => await RefusedAsync(input => input with { Plan = plan }, ProblemKind.Invalid, "plan");

    [Fact]
    public async Task GivenAnUnknownModel_WhenTrained_ThenThePlanIsAtFault()
        => await RefusedAsync(input => input with { Plan = Edit(input.Plan, plan => plan["model"]!["model"] = "oracle") }, ProblemKind.Invalid, "plan");

    [Fact]
    public async Task GivenAModelOptionOutOfRange_WhenTrained_ThenThePlanIsAtFault()
        => await RefusedAsync(input => input with { Plan = Edit(input.Plan, plan => plan["model"]!["options"] = new JsonObject { ["dropout"] = 2 }) }, ProblemKind.Invalid, "plan");

    [Fact]
    public async Task GivenAPlanThatPromisesAnUnknownPrivacyStep_WhenTrained_ThenItIsNotRunWithoutIt()
        => await RefusedAsync(input => input with { Plan = (Plan with { Privacy = new PrivacyPlan("homeopathic") }).ToJson() }, ProblemKind.Unprocessable, "plan");

    [Fact]
    public async Task GivenAnUnknownInput_WhenTrained_ThenInvalid()
        => await RefusedAsync(input => input with { Plan = Plans.Of("x", "y").ToJson() }, ProblemKind.Invalid, "plan");

    [Fact]
    public async Task GivenTreatmentByName_WhenTrained_ThenTaken()
    {
        await using var host = new OperationsHost();
        var plan = Plans.Of("x", "hma");
        var input = await InputAsync(host);

        var output = await host.RunAsync(ContractCatalog.TrainRound, input with { Plan = plan.ToJson(), Weights = Weights(GlobalRound.InitialWeights(plan)) });

        Assert.Equal(40, output.NumExamples);
    }

    [Fact]
    public async Task GivenEmptyBytes_WhenTrained_ThenInvalid()
        => await RefusedAsync(input => input with { Weights = Weights([]) }, ProblemKind.Invalid, "weights");

    [Fact]
    public async Task GivenAHeaderLongerThanTheFile_WhenTrained_ThenInvalid()
        => await RefusedAsync(input => input with { Weights = Weights([255, 255, 255, 255, 255, 255, 255, 127, 123, 125]) }, ProblemKind.Invalid, "weights");

    [Fact]
    public async Task GivenWeightsOfAnotherShape_WhenTrained_ThenInvalid()
        => await RefusedAsync(input => input with { Weights = Weights(GlobalRound.InitialWeights(Plans.Of("x"))) }, ProblemKind.Invalid, "weights");

    [Fact]
    public async Task GivenWeightsThatAreNotFinite_WhenTrained_ThenInvalid()
        => await RefusedAsync(input => input with { Weights = Weights(Plans.NotFinite(input.Weights.Data)) }, ProblemKind.Invalid, "weights");

    [Fact]
    public async Task GivenWeightsOfAnotherKind_WhenTrained_ThenInvalid()
        => await RefusedAsync(input => input with { Weights = input.Weights with { ContentType = "application/x-python-pickle" } }, ProblemKind.Invalid, "weights");

    [Fact]
    public async Task GivenTooFewEvents_WhenTrained_ThenUnprocessable()
    {
        await using var host = new OperationsHost();
        var input = await InputAsync(host) with { Dataset = await host.RegisterAsync(40, eventShare: 0) };

        var problem = await Assert.ThrowsAsync<OperationProblem>(() => host.RunAsync(ContractCatalog.TrainRound, input));

        Assert.Equal((ProblemKind.Unprocessable, "Parameters.parameter.where(name='dataset')"), (problem.Kind, problem.Issues[0].Expression));
    }

    [Fact]
    public async Task GivenTooFewPatients_WhenTrained_ThenUnprocessable()
    {
        await using var host = new OperationsHost();
        var input = await InputAsync(host) with { Dataset = await host.RegisterAsync(9) };

        var problem = await Assert.ThrowsAsync<OperationProblem>(() => host.RunAsync(ContractCatalog.TrainRound, input));

        Assert.Equal(ProblemKind.Unprocessable, problem.Kind);
    }

    [Fact]
    public async Task GivenACancelledRequest_WhenTrained_ThenItStops()
    {
        await using var host = new OperationsHost();
        var input = await InputAsync(host);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.RunAsync(ContractCatalog.TrainRound, input with { Epochs = 1000 }, cancel.Token));
    }

    private static async Task RefusedAsync(Func<TrainRoundInput, TrainRoundInput> edit, ProblemKind kind, string parameter)
    {
        await using var host = new OperationsHost();
        var input = edit(await InputAsync(host));

        var problem = await Assert.ThrowsAsync<OperationProblem>(() => host.RunAsync(ContractCatalog.TrainRound, input));

        Assert.Equal((kind, $"Parameters.parameter.where(name='{parameter}')"), (problem.Kind, problem.Issues[0].Expression));
    }

    private static async Task<TrainRoundInput> InputAsync(OperationsHost host) => new()
    {
        Dataset = await host.RegisterAsync(40),
        Plan = Plan.ToJson(),
        Round = 1,
        Weights = Weights(GlobalRound.InitialWeights(Plan)),
    };

    private static BinaryContent Weights(byte[] bytes) => new(BinaryContent.SafeTensors, bytes);

    private static string Edit(string json, Action<JsonNode> edit)
    {
        var plan = JsonNode.Parse(json)!;
        edit(plan);
        return plan.ToJsonString();
    }
}
