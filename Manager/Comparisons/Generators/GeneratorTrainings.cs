using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Manager.Experiments;

namespace GenoMed.Fhir.Manager.Comparisons.Generators;

/// <summary>The trainings of a generator's comparison: together and alone, in the same rounds on the same scaler.</summary>
internal sealed class GeneratorTrainings(
    ComparisonOptions options, Guide guide, TrainingSchedule schedule, FederatedRun run, IProgress<ComparisonEvent>? progress)
{
    private readonly IModel _model = ModelCatalog.Find(options.Model);

    public Task<FederatedRunResult> FederatedAsync(IReadOnlyList<PreparedNode> nodes, IRoundWatch watch, CancellationToken cancellationToken)
    {
        var request = new FederatedRunRequest
        {
            Name = options.Name,
            Schema = guide.Dictionary.Schema,
            Outcome = options.OutcomeOf(guide),
            Inputs = options.InputsOf(guide),
            Model = options.Model,
            ModelOptions = schedule.Options,
            Strategy = new StrategyPlan(options.Strategy ?? StrategyCatalog.DefaultFor(_model)),
            Rounds = schedule.Total,
            LocalEpochs = options.LocalEpochs ?? schedule.EpochsOf(nodes.Sum(node => node.Rows)),
            MinimumNodes = options.MinimumNodes,
            Seed = options.Seed,
        };
        return run.StartAsync(request, [.. nodes.Select(node => node.Remote)], new RunProgress("federated", progress), cancellationToken, watch);
    }

    /// <summary>The federation's plan at one data set.</summary>
    public Task<FederatedRunResult> AloneAsync(string name, TrainingPlan plan, PreparedNode node, IRoundWatch watch, CancellationToken cancellationToken)
    {
        var alone = plan with
        {
            Id = $"{plan.Id}-{name.Replace(' ', '-')}",
            Strategy = new StrategyPlan(StrategyCatalog.DefaultFor(_model)),
            MinimumNodes = 1,
        };
        return run.StartAsync(alone, [node.Remote], new RunProgress(name, progress), cancellationToken, watch);
    }
}
