using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;

namespace GenoMed.Fhir.Manager.Experiments;

/// <summary>A participant of a federated run as the run sees it.</summary>
public interface IFederationNode
{
    /// <summary>Unique in the run; updates are aggregated in ordinal order of it.</summary>
    string Name { get; }

    /// <summary>The id of its dataset.</summary>
    string Dataset { get; }

    /// <summary>Aggregates of its dataset.</summary>
    Task<DatasetStatistics> StatisticsAsync(CancellationToken cancellationToken);

    /// <summary>Trains one round there.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="round">From 1.</param>
    /// <param name="weights">The global weights, safetensors.</param>
    /// <param name="epochs">Local epochs; null for the plan's.</param>
    /// <param name="cancellationToken">Set when the node is late or the run ends.</param>
    Task<WeightsUpdate> TrainAsync(TrainingPlan plan, int round, byte[] weights, int? epochs, CancellationToken cancellationToken);
}
