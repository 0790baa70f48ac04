using System.Text.Json.Nodes;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Manager.Comparisons;
using GenoMed.Fhir.Manager.Comparisons.Generators;
using GenoMed.Fhir.Manager.Experiments;
using GenoMed.Fhir.Manager.Experiments.Storage;
using GenoMed.Fhir.Manager.Tests.Support;

namespace GenoMed.Fhir.Manager.Tests.Comparisons;

/// <summary>Generators trained across three real nodes (80, 50 and 40 patients, k = 10), evaluated after each round.</summary>
public sealed class RoundScoringTests(Federation federation) : IClassFixture<Federation>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Generators { get; } =
        [.. ModelCatalog.All.OfType<IGenerator>().SelectMany(model => StrategyCatalog.Suiting(model)
            .Where(strategy => model.AddsUp == (strategy == "sum") && strategy is "sum" or "fedavg" or "similarity" or "syntheticsharing")
            .Select(strategy => (model.Name, strategy)))];

    [Theory]
    [MemberData(nameof(Generators))]
    public async Task GivenAGenerator_WhenTrainedAcrossNodes_ThenEachRoundOfTrainingIsScoredAndKept(string model, string strategy)
    {
        var runs = await OpenAsync($"{model}-{strategy}");
        var (schedule, evaluator, told) = (Schedule(model, 3), new FirstColumnEvaluator(), new List<ComparisonEvent>());
        var watch = new RoundScoring("federated", schedule, federation.Guide, 170, evaluator, runs, new Told(told));

        var run = await Run(runs).StartAsync(Request(schedule, model, strategy), federation.Nodes, null, Cancellation, watch);

        var result = watch.Result(run.RunId);
        Assert.Empty(run.LeftOut);
        Assert.Equal([1, 2, 3], result.Rounds.Select(round => round.Round));
        Assert.All(evaluator.Tables, table => Assert.Equal(170, table.Count));
        Assert.All(evaluator.Tables, table => Assert.Equal("OS", table.Schema.Features[^1].Name));
        Assert.Equal(result.Csf, result.Rounds[^1].Csf);
        Assert.Equal(3, told.OfType<SyntheticEvaluated>().Count());
        var shown = await new RunsQuery(runs).ShowAsync(run.RunId, Cancellation);
        Assert.Equal(result.Rounds[1].Csf, shown.Evaluations["synthetic, round 2"]["csf"]);
        Assert.Equal(schedule.Total, shown.Rounds.Count);
    }

    [Fact]
    public async Task GivenAManagerThatStopped_WhenTheRunGoesOn_ThenTheWeightsAndTheScoresAreThoseOfAnUnbrokenRun()
    {
        var runs = await OpenAsync("resumed");
        var schedule = Schedule("vae-bgm", 3);
        var request = Request(schedule, "vae-bgm", "syntheticsharing");
        RoundScoring Watch() => new("federated", schedule, federation.Guide, 60, new FirstColumnEvaluator(), runs, null);
        var (first, again) = (Watch(), Watch());
        var whole = await Run(runs).StartAsync(request, federation.Nodes, null, Cancellation, first);
        var failing = federation.Nodes.Take(2).Select(node => new FaultyNode(node, round => round == 3 ? Fault.Fails : Fault.None));

        var problem = await Assert.ThrowsAsync<RunFailedException>(() => Run(runs).StartAsync(request, [.. failing, federation.Nodes[2]], null, Cancellation));
        var resumed = await Run(runs).ResumeAsync(problem.RunId!, federation.Nodes, null, Cancellation, again);

        Assert.Equal(whole.Weights, resumed.Weights);
        // The round that was saved last is looked at again, since the manager may have died before it was.
        Assert.Equal([2, 3], again.Result(resumed.RunId).Rounds.Select(round => round.Round));
        Assert.Equal(first.Result(whole.RunId).Csf, again.Result(resumed.RunId).Csf);
    }

    [Fact]
    public void GivenAResult_WhenWritten_ThenItHasTheNamesOfTheBenchmarkAndReadsBack()
    {
        var scores = new SyntheticScores { Csf = 0.9, Gsf = 0.8, PhiCorrelation = 0.7, NndrMedian = 0.8, NndrMedianHoldout = 0.75, MiaAuc = 0.51 };
        var trained = new TrainedScores(scores, [new RoundScores(1, scores)]);
        var result = new GeneratorResult
        {
            Seed = 1,
            Patients = [new NodePatients("n1", 100)],
            Holdout = 10,
            Models = new Dictionary<string, GeneratorScores> { ["vae-bgm"] = new(trained, trained, new Dictionary<string, TrainedScores> { ["n1"] = trained }) },
            Ceiling = new SyntheticBound(0.99, 0.98, 0.83),
            Floor = new SyntheticBound(0.8, null, null),
            Rounds = 1,
            Failures = [],
            Seconds = 2,
            WeightsSha256 = "00",
            Run = "r",
            Model = "m/model.safetensors",
        };

        var root = JsonNode.Parse(result.ToJson())!;
        foreach (var training in new[] { root["models"]!["vae-bgm"]!["federated"]!, root["models"]!["vae-bgm"]!["centralised"]!, root["models"]!["vae-bgm"]!["isolated"]!["n1"]! })
        {
            Assert.All(new[] { training, training["rounds"]![0]! }, node => Assert.Equal(
                [0.9, 0.8, 0.7, 0.8, 0.75, 0.51],
                new[] { "csf", "gsf", "phi_correlation", "nndr_median", "nndr_median_holdout", "mia_auc" }.Select(name => (double)node[name]!)));
        }

        Assert.Equal(0.98, (double)root["ceiling"]!["gsf"]!);
        Assert.Equal(result.ToJson(), GeneratorResult.FromJson(result.ToJson()).ToJson());
        Assert.IsType<GeneratorsFinished>(ComparisonEvent.FromLine(new GeneratorsFinished(result).ToLine()));
    }

    private static TrainingSchedule Schedule(string model, int rounds) => ((IGenerator)ModelCatalog.Find(model)).Schedule(Options(model), rounds);

    private static JsonObject Options(string model) => model switch
    {
        "vae-bgm" => new() { ["hidden"] = 32, ["latent"] = 4, ["components"] = 4, ["batchSize"] = 16 },
        "ctgan" => new() { ["hidden"] = 32, ["latent"] = 16, ["batchSize"] = 20 },
        _ => new() { ["cells"] = 50_000 },
    };

    private FederatedRunRequest Request(TrainingSchedule schedule, string model, string strategy) => new()
    {
        Name = model,
        Schema = federation.Guide.Dictionary.Schema,
        Outcome = federation.Guide.Outcome,
        Model = model,
        ModelOptions = schedule.Options,
        Strategy = new StrategyPlan(strategy),
        Rounds = schedule.Total,
        LocalEpochs = 2,
        Seed = 7,
    };

    private static FederatedRun Run(RunStore runs) => new(runs, new FederatedRunOptions(), TimeProvider.System);

    private Task<RunStore> OpenAsync(string name) => RunStore.OpenAsync(federation.File($"{name}.db"), TimeProvider.System, Cancellation);

    private sealed class Told(List<ComparisonEvent> events) : IProgress<ComparisonEvent>
    {
        public void Report(ComparisonEvent value) => events.Add(value);
    }
}
