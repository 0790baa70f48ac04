using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Manager.Experiments;
using GenoMed.Fhir.Manager.Experiments.Storage;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Manager.Registry;

namespace GenoMed.Fhir.Manager.Comparisons.Generators;

/// <summary>
/// The paper's second experiment (its Figure 3 for one split): the same generator trained across the nodes, on all data
/// together at the reference node, and alone at each node; after every round as many synthetic as training patients are
/// compared with the training patients and the hold-out, at the node that has them.
/// </summary>
/// <param name="options">What is compared.</param>
/// <param name="guide">Features and outcome.</param>
/// <param name="nodes">The hospitals.</param>
/// <param name="reference">The node outside the federation.</param>
/// <param name="runs">The manager's database.</param>
/// <param name="registry">Where the federated model is kept.</param>
/// <param name="evaluatorOf">Compares with the training patients and the hold-out, given by their data sets at the reference node.</param>
/// <param name="time">The clock.</param>
public sealed class GeneratorComparison(
    ComparisonOptions options,
    Guide guide,
    NodeDirectory nodes,
    NodeClient reference,
    RunStore runs,
    ModelRegistry registry,
    Func<RemoteNode, RemoteNode, ISyntheticEvaluator> evaluatorOf,
    TimeProvider time)
{
    private readonly TrainingSchedule _schedule = Generator(options.Model).Schedule(options.ModelOptions, options.RoundsOf(Generator(options.Model)));

    /// <summary>Runs it whole.</summary>
    /// <exception cref="RunFailedException">Too few nodes answered, or a trained model generates no patients.</exception>
    /// <exception cref="NodeUnavailableException">The reference node is not there.</exception>
    public async Task<GeneratorResult> RunAsync(IProgress<ComparisonEvent>? progress, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var data = await new DatasetPreparation(options, guide, nodes, reference, progress).RunAsync(cancellationToken);
        var run = new FederatedRun(runs, new FederatedRunOptions { RoundDeadline = TimeSpan.FromSeconds(options.RoundDeadlineSeconds) }, time);
        var trainings = new GeneratorTrainings(options, guide, _schedule, run, progress);
        var evaluator = evaluatorOf(data.Train.Remote, data.Test.Remote);
        var bounds = await evaluator.BoundsAsync(cancellationToken);

        RoundScoring Scoring(string training) => new(training, _schedule, guide, data.Train.Rows, evaluator, runs, progress);
        var scoring = Scoring("federated");
        var federated = await trainings.FederatedAsync(data.Nodes, scoring, cancellationToken);

        async Task<TrainedScores> AloneAsync(string name, PreparedNode node)
        {
            var watch = Scoring(name);
            var alone = await trainings.AloneAsync(name, federated.Plan, node, watch, cancellationToken);
            return watch.Result(alone.RunId);
        }

        var central = AloneAsync("centralised", data.Train);
        var isolated = new Dictionary<string, TrainedScores>();
        foreach (var node in data.Nodes)
        {
            isolated[node.Name] = await AloneAsync($"{node.Name} alone", node);
        }

        var result = new GeneratorResult
        {
            Seed = options.Seed,
            Patients = [.. data.Nodes.Select(node => new NodePatients(node.Name, node.Rows))],
            Holdout = data.Test.Rows,
            Models = new Dictionary<string, GeneratorScores> { [options.Model] = new(scoring.Result(federated.RunId), await central, isolated) },
            Ceiling = bounds?.Ceiling,
            Floor = bounds?.Floor,
            Rounds = _schedule.Rounds,
            Failures = [.. data.Lost, .. federated.LeftOut.Select(left => new NodeFailure(left.Node, left.Round, left.Reason))],
            Seconds = time.GetElapsedTime(started).TotalSeconds,
            WeightsSha256 = federated.WeightsSha256,
            Run = federated.RunId,
            Model = (await registry.SaveAsync($"{guide.Name}-{options.Model}", federated.RunId, cancellationToken)).WeightsFile,
        };
        progress?.Report(new GeneratorsFinished(result));
        return result;
    }

    private static IGenerator Generator(string name) => ModelCatalog.Find(name) as IGenerator
        ?? throw new ArgumentException($"'{name}' generates no patients.");
}
