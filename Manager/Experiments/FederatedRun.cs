using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Manager.Experiments.Storage;

namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>
/// A federated training: statistics → scaler → plan → rounds. A node that fails, is late or returns something
/// unusable is left out of that round with its reason; the run goes on while the plan's minimum answers. Every
/// aggregated round is saved, so that a manager that dies goes on from there.
/// </summary>
/// <param name="runs">The manager's database.</param>
/// <param name="options">Deadlines.</param>
/// <param name="time">The clock.</param>
public sealed class FederatedRun(RunStore runs, FederatedRunOptions options, TimeProvider time)
{
    private readonly NodePoll _poll = new(time, options.RoundDeadline);

    /// <summary>Runs from the statistics to the last round.</summary>
    /// <exception cref="RunFailedException">Too few nodes answered a step.</exception>
    /// <exception cref="ArgumentException">The request does not fit its schema.</exception>
    public async Task<FederatedRunResult> StartAsync(
        FederatedRunRequest request, IReadOnlyList<IFederationNode> nodes, IProgress<RunEvent>? progress, CancellationToken cancellationToken, IRoundWatch? watch = null)
    {
        var statistics = await StatisticsAsync(request, nodes, progress, cancellationToken);
        var runId = await runs.NewIdAsync(request.Name, request.Seed, cancellationToken);
        var plan = PlanBuilder.Build(request, DatasetStatistics.Combine(statistics), nodes.Count, runId);
        return await StartAsync(plan, nodes, progress, cancellationToken, watch);
    }

    /// <summary>Runs a plan that is fixed already, for example one node alone on the federation's scaler.</summary>
    /// <exception cref="RunFailedException">Too few nodes answered a round.</exception>
    public async Task<FederatedRunResult> StartAsync(
        TrainingPlan plan, IReadOnlyList<IFederationNode> nodes, IProgress<RunEvent>? progress, CancellationToken cancellationToken, IRoundWatch? watch = null)
    {
        var weights = GlobalRound.InitialWeights(plan);
        await runs.CreateAsync(plan, nodes, weights, cancellationToken);
        return await GoOnAsync(new Checkpoint(plan, 0, weights), nodes, progress, watch, cancellationToken);
    }

    /// <summary>Goes on with a run from its last aggregated round; the weights come out as if it had never stopped.</summary>
    /// <exception cref="RunFailedException">Too few nodes answered a round.</exception>
    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">NotFound: there is no such run.</exception>
    public async Task<FederatedRunResult> ResumeAsync(
        string runId, IReadOnlyList<IFederationNode> nodes, IProgress<RunEvent>? progress, CancellationToken cancellationToken, IRoundWatch? watch = null)
        => await GoOnAsync(await runs.CheckpointAsync(runId, cancellationToken), nodes, progress, watch, cancellationToken);

    private async Task<IReadOnlyList<DatasetStatistics>> StatisticsAsync(
        FederatedRunRequest request, IReadOnlyList<IFederationNode> nodes, IProgress<RunEvent>? progress, CancellationToken cancellationToken)
    {
        var answers = await _poll.AskAsync(
            nodes,
            (node, token) => node.StatisticsAsync(token),
            answer => progress?.Report(Told(answer, RunEventKind.StatisticsReceived, 0, request.Rounds, null)),
            cancellationToken);
        var good = answers.Where(answer => answer.Value is not null).Select(answer => answer.Value!).ToArray();
        var needed = request.MinimumNodes ?? Math.Max(1, nodes.Count - 1);
        return good.Length >= needed
            ? good
            : throw new RunFailedException(null, $"{good.Length} of {nodes.Count} nodes gave statistics; {needed} are needed.", LeftOutOf(answers, 0));
    }

    private async Task<FederatedRunResult> GoOnAsync(
        Checkpoint checkpoint, IReadOnlyList<IFederationNode> nodes, IProgress<RunEvent>? progress, IRoundWatch? watch, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var rounds = new RoundLoop(_poll, runs, checkpoint.Plan, nodes, progress, time);
        var state = checkpoint.Weights;
        // A manager may have died between saving a round and looking at it.
        await WatchAsync(watch, checkpoint.Plan, checkpoint.Round, state, cancellationToken);
        for (var round = checkpoint.Round + 1; round <= checkpoint.Plan.Rounds; round++)
        {
            state = await rounds.RunAsync(round, state, cancellationToken);
            await WatchAsync(watch, checkpoint.Plan, round, state, cancellationToken);
        }

        var weights = GlobalRound.ModelWeights(state);

        var seconds = time.GetElapsedTime(started).TotalSeconds;
        await runs.FinishAsync(checkpoint.Plan.Id, seconds, cancellationToken);
        return new FederatedRunResult
        {
            RunId = checkpoint.Plan.Id,
            Plan = checkpoint.Plan,
            Weights = weights,
            WeightsSha256 = WeightsHash.Of(weights),
            Rounds = checkpoint.Plan.Rounds,
            Seconds = seconds,
            LeftOut = rounds.LeftOut,
        };
    }

    private static async Task WatchAsync(IRoundWatch? watch, TrainingPlan plan, int round, byte[] state, CancellationToken cancellationToken)
    {
        if (watch is not null && round > 0)
        {
            await watch.AfterAsync(plan, round, GlobalRound.ModelWeights(state), cancellationToken);
        }
    }

    internal static RunEvent Told<T>(NodeAnswer<T> answer, RunEventKind good, int round, int rounds, double? loss)
        where T : class
        => answer.Value is null
            ? new RunEvent(RunEventKind.NodeLeftOut, round, rounds, answer.Node, null, answer.Seconds, answer.Reason)
            : new RunEvent(good, round, rounds, answer.Node, loss, answer.Seconds);

    internal static IReadOnlyList<LeftOut> LeftOutOf<T>(IEnumerable<NodeAnswer<T>> answers, int round)
        where T : class
        => [.. answers.Where(answer => answer.Value is null).Select(answer => new LeftOut(round, answer.Node, answer.Reason!))];
}
