using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Manager.Experiments.Storage;

namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>The rounds of one run: invite, train in parallel, guard, aggregate, save.</summary>
internal sealed class RoundLoop(
    NodePoll poll, RunStore runs, TrainingPlan plan, IReadOnlyList<IFederationNode> nodes, IProgress<RunEvent>? progress, TimeProvider time)
{
    private readonly Attendance _attendance = new();
    private readonly List<LeftOut> _leftOut = [];

    public IReadOnlyList<LeftOut> LeftOut => _leftOut;

    /// <returns>The weights after the round.</returns>
    public async Task<byte[]> RunAsync(int round, byte[] weights, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var answers = await poll.AskAsync(Invited(round), (node, token) => TrainAsync(node, round, weights, token), answer => Tell(answer, round), cancellationToken);
        var updates = answers.Select(answer => answer.Value).OfType<WeightsUpdate>().ToArray();
        Note(answers, round);
        await RequireEnoughAsync(updates.Length, answers, round, cancellationToken);
        var next = GlobalRound.Aggregate(plan, weights, updates);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        await runs.SaveRoundAsync(plan.Id, round, next, seconds, answers, cancellationToken);
        progress?.Report(new RunEvent(RunEventKind.RoundAggregated, round, plan.Rounds, null, MeanLoss(updates), seconds));
        return next;
    }

    private async Task<WeightsUpdate> TrainAsync(IFederationNode node, int round, byte[] weights, CancellationToken cancellationToken)
    {
        var update = await node.TrainAsync(plan, round, weights, null, cancellationToken);
        GlobalRound.Check(plan, update);
        return update;
    }

    private IReadOnlyList<IFederationNode> Invited(int round)
    {
        var invited = nodes.Where(node => _attendance.IsInvited(node.Name, round)).ToArray();
        if (invited.Length >= plan.MinimumNodes)
        {
            return invited;
        }

        _attendance.Recall();
        return nodes;
    }

    private void Note(IReadOnlyList<NodeAnswer<WeightsUpdate>> answers, int round)
    {
        _leftOut.AddRange(FederatedRun.LeftOutOf(answers, round));
        foreach (var answer in answers)
        {
            if (answer.Value is null)
            {
                _attendance.Missed(answer.Node, round);
            }
            else
            {
                _attendance.Came(answer.Node);
            }
        }
    }

    private async Task RequireEnoughAsync(int count, IReadOnlyList<NodeAnswer<WeightsUpdate>> answers, int round, CancellationToken cancellationToken)
    {
        if (count >= plan.MinimumNodes)
        {
            return;
        }

        var problem = new RunFailedException(
            plan.Id, $"Round {round}: {count} of {nodes.Count} nodes returned an update; {plan.MinimumNodes} are needed.", FederatedRun.LeftOutOf(answers, round));
        await runs.FailAsync(plan.Id, round, answers, problem.Message, cancellationToken);
        throw problem;
    }

    private void Tell(NodeAnswer<WeightsUpdate> answer, int round)
        => progress?.Report(FederatedRun.Told(answer, RunEventKind.UpdateReceived, round, plan.Rounds, answer.Value is { } update ? LossOf(update) : null));

    private static double? LossOf(WeightsUpdate update) => update.Metrics.TryGetValue("loss", out var loss) ? loss : null;

    private static double? MeanLoss(IReadOnlyList<WeightsUpdate> updates)
    {
        var known = updates.Where(update => LossOf(update) is not null).ToArray();
        return known.Length == 0 ? null : known.Sum(update => LossOf(update)!.Value * update.NumExamples) / known.Sum(update => update.NumExamples);
    }
}
