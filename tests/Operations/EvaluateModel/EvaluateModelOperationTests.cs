using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.Binding;
using GenoMed.Fhir.Operations.Contracts.EvaluateModel;
using GenoMed.Fhir.Operations.Contracts.TrainRound;
using GenoMed.Fhir.Operations.Tests.Support;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.Tests.EvaluateModel;

public sealed class EvaluateModelOperationTests
{
    [Fact]
    public async Task GivenATrainedModel_WhenEvaluated_ThenItOrdersPatientsBetterThanChance()
    {
        await using var host = new OperationsHost();
        var output = await host.RunAsync(ContractCatalog.EvaluateModel, await TrainedAsync(host));

        Assert.InRange(output.CIndex!.Value, 0.6, 1);
        Assert.InRange(output.CIndex.Value, output.Lower!.Value, output.Upper!.Value);
        Assert.Equal(output.Comparable, output.Concordant + output.Discordant + output.Tied);
        Assert.Equal(200, output.N);
        Assert.Empty(output.Groups);
    }

    [Fact]
    public async Task GivenRiskGroups_WhenEvaluated_ThenCurvesShareAGridAndFall()
    {
        await using var host = new OperationsHost();
        var output = await host.RunAsync(ContractCatalog.EvaluateModel, await TrainedAsync(host) with { RiskGroups = 3 });

        Assert.Equal(["Q1", "Q2", "Q3"], output.Groups.Select(group => group.Name));
        var longest = output.Groups.MaxBy(group => group.Points.Count)!.Points.Select(point => point.Time).ToArray();
        foreach (var group in output.Groups)
        {
            Assert.Equal(longest.Take(group.Points.Count), group.Points.Select(point => point.Time));
            Assert.Equal(group.Points.OrderByDescending(point => point.Survival).Select(point => point.Survival), group.Points.Select(point => point.Survival));
            Assert.All(group.Points, point => Assert.True(point.AtRisk >= 10));
        }
    }

    [Fact]
    public async Task GivenGroupsBelowTheMinimum_WhenEvaluated_ThenTheyAreLeftOut()
    {
        await using var host = new OperationsHost();
        var input = await TrainedAsync(host) with { Dataset = await host.RegisterAsync(50, eventShare: 1), RiskGroups = 10 };

        Assert.Empty((await host.RunAsync(ContractCatalog.EvaluateModel, input)).Groups);
    }

    [Fact]
    public async Task GivenAHorizon_WhenEvaluated_ThenLaterEventsAreCensored()
    {
        await using var host = new OperationsHost();
        var input = await TrainedAsync(host);

        var all = await host.RunAsync(ContractCatalog.EvaluateModel, input);
        var cut = await host.RunAsync(ContractCatalog.EvaluateModel, input with { Horizon = 300 });

        Assert.True(cut.Events < all.Events);
        Assert.Equal(all.N, cut.N);
    }

    [Fact]
    public async Task GivenNeitherPlanNorScore_WhenEvaluated_ThenRequired()
        => await RefusedAsync(input => input with { Plan = null, Weights = null }, "plan");

    [Fact]
    public async Task GivenAPlanWithoutWeights_WhenEvaluated_ThenRequired()
        => await RefusedAsync(input => input with { Weights = null }, "weights");

    [Fact]
    public async Task GivenPlanAndScore_WhenEvaluated_ThenInvalid()
        => await RefusedAsync(input => input with { Score = "ipss-m" }, "score");

    [Fact]
    public async Task GivenAnUnknownScore_WhenEvaluated_ThenNotFound()
        => await RefusedAsync(input => input with { Plan = null, Weights = null, Score = "none" }, "score");

    [Fact]
    public async Task GivenAnOutcomeThatIsNone_WhenEvaluated_ThenInvalid()
        => await RefusedAsync(input => input with { Outcome = "x" }, "outcome");

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    public async Task GivenGroupsOutOfRange_WhenEvaluated_ThenInvalid(int groups)
        => await RefusedAsync(input => input with { RiskGroups = groups }, "riskGroups");

    [Fact]
    public async Task GivenNinePatients_WhenEvaluated_ThenUnprocessable()
    {
        await using var host = new OperationsHost();
        var input = await TrainedAsync(host) with { Dataset = await host.RegisterAsync(9, eventShare: 1) };

        var problem = await Assert.ThrowsAsync<OperationProblem>(() => host.RunAsync(ContractCatalog.EvaluateModel, input));

        Assert.Equal(ProblemKind.Unprocessable, problem.Kind);
    }

    private static async Task RefusedAsync(Func<EvaluateModelInput, EvaluateModelInput> edit, string parameter)
    {
        await using var host = new OperationsHost();
        var input = edit(await TrainedAsync(host));

        var problem = await Assert.ThrowsAsync<OperationProblem>(() => host.RunAsync(ContractCatalog.EvaluateModel, input));

        Assert.Equal($"Parameters.parameter.where(name='{parameter}')", problem.Issues[0].Expression);
    }

    private static async Task<EvaluateModelInput> TrainedAsync(OperationsHost host)
    {
        var plan = Plans.Of("x", "sex");
        var dataset = await host.RegisterAsync(200);
        var trained = await host.RunAsync(ContractCatalog.TrainRound, new TrainRoundInput
        {
            Dataset = dataset,
            Plan = plan.ToJson(),
            Round = 1,
            Weights = new BinaryContent(BinaryContent.OctetStream, GlobalRound.InitialWeights(plan)),
            Epochs = 20,
        });
        return new EvaluateModelInput { Dataset = dataset, Plan = plan.ToJson(), Weights = trained.Update };
    }
}
