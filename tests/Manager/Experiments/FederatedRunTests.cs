using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Manager.Experiments;
using GenoMed.Fhir.Manager.Experiments.Storage;
using GenoMed.Fhir.Manager.Registry;
using GenoMed.Fhir.Manager.Tests.Support;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Manager.Tests.Experiments;

public sealed class FederatedRunTests(Federation federation) : IClassFixture<Federation>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GivenTheSameSeed_WhenRunTwice_ThenTheWeightsAreTheSameBytes()
    {
        var runs = await OpenAsync();
        var events = new List<RunEvent>();

        var first = await Run(runs).StartAsync(Request(), federation.Nodes, new Told(events), Cancellation);
        var second = await Run(runs).StartAsync(Request(), [.. federation.Nodes.Reverse()], null, Cancellation);

        Assert.Equal(first.Weights, second.Weights);
        Assert.NotEqual(first.RunId, second.RunId);
        Assert.Empty(first.LeftOut);
        Assert.Equal(3, events.Count(told => told.Kind == RunEventKind.StatisticsReceived));
        Assert.Equal([1, 2, 3], events.Where(told => told.Kind == RunEventKind.RoundAggregated).Select(told => told.Round));
        Assert.All(events.Where(told => told.Kind == RunEventKind.UpdateReceived), told => Assert.True(double.IsFinite(told.Loss!.Value)));
    }

    [Fact]
    public async Task GivenAnotherSeed_WhenRun_ThenTheWeightsDiffer()
    {
        var runs = await OpenAsync();

        var first = await Run(runs).StartAsync(Request(seed: 7), federation.Nodes, null, Cancellation);
        var second = await Run(runs).StartAsync(Request(seed: 8), federation.Nodes, null, Cancellation);

        Assert.NotEqual(first.WeightsSha256, second.WeightsSha256);
    }

    [Fact]
    public async Task GivenANodeThatFailsOneRound_WhenRun_ThenItIsLeftOutWithItsReasonAndRejoins()
    {
        var result = await RunWithAsync(Fault.Fails, inRound: 2);

        Assert.Equal([new LeftOut(2, "west", "cannot be reached")], result.Run.LeftOut);
        Assert.Equal([1, 2, 3], result.West.Asked);
    }

    [Fact]
    public async Task GivenALateNode_WhenRun_ThenTheRoundGoesOnAtTheDeadline()
    {
        var result = await RunWithAsync(Fault.Late, inRound: 1, deadline: TimeSpan.FromSeconds(8));

        var left = Assert.Single(result.Run.LeftOut);
        Assert.Equal((1, "west"), (left.Round, left.Node));
        Assert.StartsWith("late", left.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenANodeThatReturnsNaN_WhenRun_ThenItsUpdateIsRejectedAndTheWeightsStayFinite()
    {
        var result = await RunWithAsync(Fault.NotFinite, inRound: 3);

        var left = Assert.Single(result.Run.LeftOut);
        Assert.StartsWith("rejected", left.Reason, StringComparison.Ordinal);
        Assert.Contains("finite", left.Reason, StringComparison.Ordinal);
        var evaluated = await federation.Nodes[0].EvaluateAsync(result.Run.Plan, result.Run.Weights, Cancellation);
        Assert.NotNull(evaluated.CIndex);
    }

    [Fact]
    public async Task GivenTooFewNodes_WhenRun_ThenItFailsAndResumesToTheSameWeights()
    {
        var runs = await OpenAsync();
        var whole = await Run(runs).StartAsync(Request(), federation.Nodes, null, Cancellation);
        var two = federation.Nodes.Take(2).Select(node => new FaultyNode(node, round => round == 2 ? Fault.Fails : Fault.None));

        var problem = await Assert.ThrowsAsync<RunFailedException>(() => Run(runs).StartAsync(Request(), [.. two, federation.Nodes[2]], null, Cancellation));
        var failed = await new RunsQuery(runs).ShowAsync(problem.RunId!, Cancellation);
        var resumed = await Run(runs).ResumeAsync(problem.RunId!, federation.Nodes, null, Cancellation);

        Assert.Equal(("failed", 1), (failed.Summary.Status, failed.Summary.Round));
        Assert.Contains("cannot be reached", failed.Error, StringComparison.Ordinal);
        Assert.Equal(whole.Weights, resumed.Weights);
        Assert.Equal("completed", (await new RunsQuery(runs).ShowAsync(problem.RunId!, Cancellation)).Summary.Status);
    }

    [Fact]
    public async Task GivenAFinishedRun_WhenLookedAt_ThenRoundsNodesAndMetricsAreThere()
    {
        var runs = await OpenAsync();
        var run = await Run(runs).StartAsync(Request(), federation.Nodes, null, Cancellation);
        await runs.AddMetricsAsync(run.RunId, "federated", new Dictionary<string, double> { ["c_index"] = 0.7 }, Cancellation);

        var shown = await new RunsQuery(runs).ShowAsync(run.RunId, Cancellation);

        Assert.Contains(await new RunsQuery(runs).ListAsync(Cancellation), summary => summary.Id == run.RunId);
        Assert.Equal(run.WeightsSha256, shown.WeightsSha256);
        Assert.Equal(run.WeightsSha256, shown.Rounds[^1].WeightsSha256);
        Assert.Equal(["north", "south", "west"], shown.Rounds[0].Nodes.Select(node => node.Node));
        Assert.All(shown.Rounds.SelectMany(round => round.Nodes), node => Assert.True(node.NumExamples > 0 && node.Metrics.ContainsKey("loss")));
        Assert.Equal(0.7, shown.Evaluations["federated"]["c_index"]);
        Assert.Equal(federation.Nodes[0].Dataset, shown.Datasets["north"]);
    }

    [Theory]
    [InlineData("scaffold")]
    [InlineData("fedadam")]
    [InlineData("featurewise")]
    public async Task GivenAStrategyWithAStateOfItsOwn_WhenStoppedAndResumed_ThenTheWeightsAreThoseOfAnUnbrokenRunAndOfTheModelAlone(string strategy)
    {
        var runs = await OpenAsync();
        var request = Request() with { Strategy = new StrategyPlan(strategy) };
        var whole = await Run(runs).StartAsync(request, federation.Nodes, null, Cancellation);
        var two = federation.Nodes.Take(2).Select(node => new FaultyNode(node, round => round == 3 ? Fault.Fails : Fault.None));

        var problem = await Assert.ThrowsAsync<RunFailedException>(() => Run(runs).StartAsync(request, [.. two, federation.Nodes[2]], null, Cancellation));
        var resumed = await Run(runs).ResumeAsync(problem.RunId!, federation.Nodes, null, Cancellation);

        Assert.Equal(whole.Weights, resumed.Weights);
        Assert.All(new[] { "@server/", "@shared/", "@node/" }, prefix => Assert.DoesNotContain(prefix, System.Text.Encoding.Latin1.GetString(whole.Weights), StringComparison.Ordinal));
        Assert.NotNull((await federation.Nodes[0].EvaluateAsync(whole.Plan, whole.Weights, Cancellation)).CIndex);
    }

    [Fact]
    public async Task GivenSampling_WhenRun_ThenEachRoundAsksItsShareOfTheNodes()
    {
        var runs = await OpenAsync();
        var run = await Run(runs).StartAsync(Request() with { Sampling = new NodeSampling { Fraction = 0.5 } }, federation.Nodes, null, Cancellation);

        var shown = await new RunsQuery(runs).ShowAsync(run.RunId, Cancellation);

        Assert.All(shown.Rounds, round => Assert.Equal(2, round.Nodes.Count));
        Assert.Empty(run.LeftOut);
    }

    [Fact]
    public async Task GivenAPrivacyStep_WhenRun_ThenNoMetricLeavesANodeAndTheWeightsAreFinite()
    {
        var runs = await OpenAsync();
        var run = await Run(runs).StartAsync(Request() with { Privacy = new PrivacyPlan("gaussian") }, federation.Nodes, null, Cancellation);

        var shown = await new RunsQuery(runs).ShowAsync(run.RunId, Cancellation);

        Assert.All(shown.Rounds.SelectMany(round => round.Nodes), node => Assert.Empty(node.Metrics));
        Assert.NotNull((await federation.Nodes[0].EvaluateAsync(run.Plan, run.Weights, Cancellation)).CIndex);
    }

    [Fact]
    public async Task GivenARegisteredModel_WhenLoaded_ThenItsCardIsThatOfTheRunAndAChangedFileIsRefused()
    {
        var runs = await OpenAsync();
        var run = await Run(runs).StartAsync(Request(), federation.Nodes, null, Cancellation);

        var saved = await new ModelRegistry(federation.File($"models-{Guid.NewGuid():N}"), runs, TimeProvider.System).SaveAsync("mds-federated", run.RunId, Cancellation);
        var loaded = await ModelRegistry.LoadAsync(saved.Folder, Cancellation);

        Assert.Equal(run.Weights, await System.IO.File.ReadAllBytesAsync(saved.WeightsFile, Cancellation));
        Assert.Equal((run.WeightsSha256, run.Plan.Hash, 7L), (loaded.Card.WeightsSha256, loaded.Card.PlanHash, loaded.Card.Seed));
        Assert.Equal(federation.Nodes.Select(node => node.Name).Order(), loaded.Card.Patients.Keys.Order());
        Assert.All(loaded.Card.Patients, node => Assert.InRange(node.Value, 30, 80));
        await System.IO.File.AppendAllTextAsync(saved.WeightsFile, "x", Cancellation);
        await Assert.ThrowsAsync<OperationProblem>(() => ModelRegistry.LoadAsync(saved.Folder, Cancellation));
    }

    [Fact]
    public async Task GivenTheClinicalScore_WhenEvaluatedByTheManager_ThenItHasAnInterval()
    {
        var evaluated = await federation.Nodes[0].EvaluateScoreAsync("ipss-m", Request().Outcome, Cancellation);

        Assert.InRange(evaluated.CIndex!.Value, evaluated.Lower!.Value, evaluated.Upper!.Value);
    }

    private async Task<(FederatedRunResult Run, FaultyNode West)> RunWithAsync(Fault fault, int inRound, TimeSpan? deadline = null)
    {
        var west = new FaultyNode(federation.Nodes[2], round => round == inRound ? fault : Fault.None);
        var run = new FederatedRun(await OpenAsync(), new FederatedRunOptions { RoundDeadline = deadline ?? TimeSpan.FromMinutes(2) }, TimeProvider.System);
        return (await run.StartAsync(Request(), [federation.Nodes[0], federation.Nodes[1], west], null, Cancellation), west);
    }

    private Task<RunStore> OpenAsync() => RunStore.OpenAsync(federation.File($"manager-{Guid.NewGuid():N}.db"), TimeProvider.System, Cancellation);

    private static FederatedRun Run(RunStore runs) => new(runs, new FederatedRunOptions(), TimeProvider.System);

    private FederatedRunRequest Request(long seed = 7)
    {
        var schema = federation.Guide.Dictionary.Schema;
        return new FederatedRunRequest
        {
            Name = "mds",
            Schema = schema,
            Outcome = schema.WithRole(FeatureRole.Outcome).First(feature => feature.Type == FeatureType.TimeToEvent).Name,
            Rounds = 3,
            Seed = seed,
        };
    }

    private sealed class Told(List<RunEvent> told) : IProgress<RunEvent>
    {
        public void Report(RunEvent value)
        {
            lock (told)
            {
                told.Add(value);
            }
        }
    }
}
