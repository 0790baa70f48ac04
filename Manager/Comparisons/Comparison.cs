using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Manager.Experiments;
using GenoMed.Fhir.Manager.Experiments.Storage;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Manager.Registry;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>
/// The paper's experiment (its Table 2 for one split): the same model trained across the nodes, on all data together
/// at the reference node, and alone at the largest and the smallest node; all evaluated on the same test patients.
/// </summary>
/// <param name="options">What is compared.</param>
/// <param name="guide">Features, and what is predicted where the options do not say.</param>
/// <param name="nodes">The hospitals.</param>
/// <param name="reference">The node outside the federation.</param>
/// <param name="runs">The manager's database.</param>
/// <param name="registry">Where the federated model is kept.</param>
/// <param name="time">The clock.</param>
public sealed class Comparison(
    ComparisonOptions options,
    Guide guide,
    NodeDirectory nodes,
    NodeClient reference,
    RunStore runs,
    ModelRegistry registry,
    TimeProvider time)
{
    private readonly FederatedRun _run = new(runs, new FederatedRunOptions { RoundDeadline = TimeSpan.FromSeconds(options.RoundDeadlineSeconds) }, time);

    /// <summary>Runs it whole.</summary>
    /// <exception cref="RunFailedException">Too few nodes answered.</exception>
    /// <exception cref="NodeUnavailableException">The reference node is not there.</exception>
    public async Task<ComparisonResult> RunAsync(IProgress<ComparisonEvent>? progress, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var data = await new DatasetPreparation(options, guide, nodes, reference, progress).RunAsync(cancellationToken);
        var trainings = new Trainings(options, guide, _run, progress);
        var evaluator = new Evaluator(data.Test.Remote, progress);

        var federated = await trainings.FederatedAsync(data.Nodes, cancellationToken);
        var score = await evaluator.ModelAsync("federated", federated.Plan, federated.Weights, cancellationToken);
        var local = await LocalAsync(data, federated, evaluator, progress, cancellationToken);
        var central = trainings.AloneAsync("centralised", federated.Plan, data.Train, cancellationToken);
        var present = data.Nodes.Where(node => local.Any(score => score.Name == node.Name)).ToList();
        var isolated = await IsolatedAsync(present, federated, trainings, evaluator, cancellationToken);
        var centralised = await central;

        var result = new ComparisonResult
        {
            Seed = options.Seed,
            Patients = [.. data.Nodes.Select(node => new NodePatients(node.Name, node.Rows))],
            Centralised = await evaluator.ModelAsync("centralised", centralised.Plan, centralised.Weights, cancellationToken),
            Federated = new FederatedScore(score.CIndex, score.Ci, score.N, score.Events, local),
            Isolated = isolated,
            Ipssm = await ClinicalAsync(federated, evaluator, progress, cancellationToken),
            Rounds = federated.Rounds,
            Failures = [.. data.Lost, .. federated.LeftOut.Select(left => new NodeFailure(left.Node, left.Round, left.Reason))],
            Seconds = time.GetElapsedTime(started).TotalSeconds,
            WeightsSha256 = federated.WeightsSha256,
            Run = federated.RunId,
            Model = await RegisterAsync(federated, score, cancellationToken),
        };
        progress?.Report(new ComparisonFinished(result));
        return result;
    }

    // The paper's per-node columns: the common model after one more local epoch at each node.
    private async Task<IReadOnlyList<NodeScore>> LocalAsync(
        PreparedData data, FederatedRunResult federated, Evaluator evaluator, IProgress<ComparisonEvent>? progress, CancellationToken cancellationToken)
    {
        var scores = new List<NodeScore>();
        foreach (var node in data.Nodes)
        {
            if (await OneMoreEpochAsync(node, federated, progress, cancellationToken) is { } update)
            {
                var score = await evaluator.ModelAsync($"federated, then {node.Name}", federated.Plan, update.Weights, cancellationToken);
                scores.Add(new NodeScore(node.Name, score.CIndex, score.Ci));
            }
        }

        return scores.Count > 0 ? scores : throw new RunFailedException(federated.RunId, "No node trains any more after the last round.", federated.LeftOut);
    }

    private static async Task<WeightsUpdate?> OneMoreEpochAsync(
        PreparedNode node, FederatedRunResult federated, IProgress<ComparisonEvent>? progress, CancellationToken cancellationToken)
    {
        try
        {
            // Plain local training: what a strategy keeps between rounds has no meaning after the last one.
            var alone = federated.Plan with { Strategy = new StrategyPlan(StrategyCatalog.Default) };
            return await node.Remote.TrainAsync(alone, federated.Rounds + 1, federated.Weights, 1, cancellationToken);
        }
        catch (Exception e) when (e is NodeUnavailableException or OperationProblem)
        {
            progress?.Report(new NodeLost(node.Name, federated.Rounds + 1, e.Message));
            return null;
        }
    }

    private static async Task<IsolatedScores> IsolatedAsync(
        IReadOnlyList<PreparedNode> nodes, FederatedRunResult federated, Trainings trainings, Evaluator evaluator, CancellationToken cancellationToken)
    {
        async Task<NodeScore> Alone(PreparedNode node)
        {
            var run = await trainings.AloneAsync($"{node.Name} alone", federated.Plan, node, cancellationToken);
            var score = await evaluator.ModelAsync($"{node.Name} alone", run.Plan, run.Weights, cancellationToken);
            return new NodeScore(node.Name, score.CIndex, score.Ci);
        }

        return new IsolatedScores(await Alone(nodes.MaxBy(node => node.Rows)!), await Alone(nodes.MinBy(node => node.Rows)!));
    }

    private async Task<string> RegisterAsync(FederatedRunResult federated, Score score, CancellationToken cancellationToken)
    {
        var metrics = new Dictionary<string, double>
        {
            ["c_index"] = score.CIndex,
            ["c_index_lower"] = score.Ci.Lower,
            ["c_index_upper"] = score.Ci.Upper,
            ["n"] = score.N,
            ["events"] = score.Events,
        };
        await runs.AddMetricsAsync(federated.RunId, $"{options.Reference.Name}, {options.Reference.Test}", metrics, cancellationToken);
        return (await registry.SaveAsync(federated.RunId, federated.RunId, cancellationToken)).WeightsFile;
    }

    private async Task<ClinicalScore?> ClinicalAsync(
        FederatedRunResult federated, Evaluator evaluator, IProgress<ComparisonEvent>? progress, CancellationToken cancellationToken)
    {
        if (options.Score is not { } name)
        {
            return null;
        }

        try
        {
            var score = await evaluator.ScoreAsync(name, options.OutcomeOf(guide), cancellationToken);
            var paired = await evaluator.ModelAsync($"federated, patients with {name}", federated.Plan, federated.Weights, cancellationToken, pairedWith: name);
            return new ClinicalScore(name, score.CIndex, score.Ci, score.N, score.Events, paired.CIndex);
        }
        catch (OperationProblem problem)
        {
            // Too few test patients have the score's inputs: the rest of the comparison stands without it.
            progress?.Report(new ScoreLeftOut(name, problem.Message));
            return null;
        }
    }
}
