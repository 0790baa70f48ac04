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

    /// <returns>The checkpoint after the round: the weights and what the strategy keeps beside them.</returns>
    public async Task<byte[]> RunAsync(int round, byte[] checkpoint, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var invited = Invited(round);
        var answers = await poll.AskAsync(invited, (node, token) => TrainAsync(node, round, checkpoint, token), answer => Tell(answer, round), cancellationToken);
        var updates = answers.Select(answer => answer.Value).OfType<WeightsUpdate>().ToArray();
        Note(answers, round);
        await RequireEnoughAsync(updates.Length, Math.Min(plan.MinimumNodes, invited.Count), answers, round, cancellationToken);
        var next = GlobalRound.Aggregate(plan, checkpoint, updates);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        await runs.SaveRoundAsync(plan.Id, round, next, seconds, answers, cancellationToken);
        progress?.Report(new RunEvent(RunEventKind.RoundAggregated, round, plan.Rounds, null, MeanLoss(updates), seconds));
        return next;
    }

    private async Task<WeightsUpdate> TrainAsync(IFederationNode node, int round, byte[] checkpoint, CancellationToken cancellationToken)
    {
        var update = await node.TrainAsync(plan, round, GlobalRound.WeightsFor(plan, checkpoint, node.Name), null, cancellationToken);
        GlobalRound.Check(plan, update);
        return update;
    }

    private IReadOnlyList<IFederationNode> Invited(int round)
    {
        var invited = nodes.Where(node => _attendance.IsInvited(node.Name, round)).ToArray();
        if (invited.Length >= plan.MinimumNodes)
        {
            return Sampled(invited, round);
        }

        _attendance.Recall();
        return Sampled(nodes, round);
    }

    private IReadOnlyList<IFederationNode> Sampled(IReadOnlyList<IFederationNode> candidates, int round)
    {
        var chosen = plan.Sampling?.Choose([.. candidates.Select(node => node.Name)], plan.Model.Seed, round);
        return chosen is null ? candidates : [.. candidates.Where(node => chosen.Contains(node.Name))];
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

    private async Task RequireEnoughAsync(int count, int needed, IReadOnlyList<NodeAnswer<WeightsUpdate>> answers, int round, CancellationToken cancellationToken)
    {
        if (count >= needed)
        {
            return;
        }

        var problem = new RunFailedException(
            plan.Id, $"Round {round}: {count} of {answers.Count} nodes returned an update; {needed} are needed.", FederatedRun.LeftOutOf(answers, round));
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
