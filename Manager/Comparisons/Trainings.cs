using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Manager.Experiments;

namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>The trainings of a comparison: together, and alone on the same scaler and for as many epochs.</summary>
internal sealed class Trainings(ComparisonOptions options, Guide guide, FederatedRun run, IProgress<ComparisonEvent>? progress)
{
    public Task<FederatedRunResult> FederatedAsync(IReadOnlyList<PreparedNode> nodes, CancellationToken cancellationToken)
    {
        var request = new FederatedRunRequest
        {
            Name = options.Name,
            Schema = guide.Dictionary.Schema,
            Outcome = options.OutcomeOf(guide),
            Inputs = options.InputsOf(guide),
            Model = options.Model,
            ModelOptions = options.ModelOptions,
            Strategy = new StrategyPlan(options.Strategy ?? StrategyCatalog.Default),
            Rounds = options.RoundsOf(ModelCatalog.Find(options.Model)),
            LocalEpochs = options.LocalEpochs ?? 1,
            MinimumNodes = options.MinimumNodes,
            Seed = options.Seed,
        };
        return run.StartAsync(request, [.. nodes.Select(node => node.Remote)], new RunProgress("federated", progress), cancellationToken);
    }

    /// <summary>The federation's plan at one data set: all its epochs in one go.</summary>
    public Task<FederatedRunResult> AloneAsync(string name, TrainingPlan plan, PreparedNode node, CancellationToken cancellationToken)
    {
        var alone = plan with
        {
            Id = $"{plan.Id}-{name.Replace(' ', '-')}",
            Strategy = new StrategyPlan(StrategyCatalog.Default),
            Rounds = 1,
            LocalEpochs = plan.Rounds * plan.LocalEpochs,
            MinimumNodes = 1,
        };
        return run.StartAsync(alone, [node.Remote], new RunProgress(name, progress), cancellationToken);
    }
}
