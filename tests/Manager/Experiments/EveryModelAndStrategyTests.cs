using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Manager.Experiments;
using GenoMed.Fhir.Manager.Experiments.Storage;
using GenoMed.Fhir.Manager.Tests.Support;

namespace GenoMed.Fhir.Manager.Tests.Experiments;

/// <summary>Whatever the catalogues name runs over HTTP; a line added to either is covered here without a change.</summary>
public sealed class EveryModelAndStrategyTests(Federation federation) : IClassFixture<Federation>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Pairs { get; } =
        [.. ModelCatalog.Prognostic.SelectMany(model => StrategyCatalog.Suiting(model).Select(strategy => (model.Name, strategy)))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task GivenAModelAndAStrategy_WhenTrainedAcrossNodes_ThenEachTakesPartAndTheModelRanksTheirPatients(string model, string strategy)
    {
        var runs = await RunStore.OpenAsync(federation.File($"{model}-{strategy}.db"), TimeProvider.System, Cancellation);
        var request = new FederatedRunRequest
        {
            Name = $"{model}-{strategy}",
            Schema = federation.Guide.Dictionary.Schema,
            Outcome = federation.Guide.Outcome,
            Model = model,
            Strategy = new StrategyPlan(strategy),
            Rounds = 2,
            Seed = 7,
        };

        var run = await new FederatedRun(runs, new FederatedRunOptions(), TimeProvider.System).StartAsync(request, federation.Nodes, null, Cancellation);

        Assert.Empty(run.LeftOut);
        Assert.Equal((model, strategy, 2), (run.Plan.Model.Model, run.Plan.Strategy.Name, run.Rounds));
        Assert.NotNull((await federation.Nodes[0].EvaluateAsync(run.Plan, run.Weights, Cancellation)).CIndex);
    }
}
