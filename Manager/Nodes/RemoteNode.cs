using System.Text.Json;
using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Manager.Experiments;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.Binding;
using GenoMed.Fhir.Operations.Contracts.DatasetStatistics;
using GenoMed.Fhir.Operations.Contracts.EvaluateModel;
using GenoMed.Fhir.Operations.Contracts.EvaluateSynthetic;
using GenoMed.Fhir.Operations.Contracts.TrainRound;

namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>A dataset at a node, taking part in a federation over HTTP.</summary>
/// <param name="client">The node.</param>
/// <param name="dataset">The dataset's id there.</param>
public sealed class RemoteNode(NodeClient client, string dataset) : IFederationNode
{
    /// <inheritdoc/>
    public string Name => client.Node.Name;

    /// <inheritdoc/>
    public string Dataset => dataset;

    /// <inheritdoc/>
    public async Task<DatasetStatistics> StatisticsAsync(CancellationToken cancellationToken)
    {
        var output = await client.InvokeAsync(ContractCatalog.DatasetStatistics, new DatasetStatisticsInput { Dataset = dataset }, cancellationToken);
        return Read(output.Statistics);
    }

    /// <inheritdoc/>
    public async Task<WeightsUpdate> TrainAsync(TrainingPlan plan, int round, byte[] weights, int? epochs, CancellationToken cancellationToken)
    {
        var input = new TrainRoundInput { Dataset = dataset, Plan = plan.ToJson(), Round = round, Weights = AsBinary(weights), Epochs = epochs };
        var output = await client.InvokeAsync(ContractCatalog.TrainRound, input, cancellationToken);
        return new WeightsUpdate
        {
            Node = Name,
            Weights = output.Update.Data,
            NumExamples = output.NumExamples,
            Metrics = output.Metrics.ToDictionary(metric => metric.Name, metric => metric.Value),
        };
    }

    /// <summary>Harrell's C of a model on this dataset.</summary>
    public Task<EvaluateModelOutput> EvaluateAsync(TrainingPlan plan, byte[] weights, CancellationToken cancellationToken, string? pairedWith = null, int? riskGroups = null)
        => EvaluateAsync(new EvaluateModelInput { Dataset = dataset, Plan = plan.ToJson(), Weights = AsBinary(weights), PairedWith = pairedWith, RiskGroups = riskGroups }, cancellationToken);

    /// <summary>Harrell's C of a clinical score of the guide on the patients that have its inputs.</summary>
    public Task<EvaluateModelOutput> EvaluateScoreAsync(string score, string outcome, CancellationToken cancellationToken)
        => EvaluateAsync(new EvaluateModelInput { Dataset = dataset, Score = score, Outcome = outcome }, cancellationToken);

    /// <summary>How synthetic patients compare with those of this dataset.</summary>
    /// <param name="plan">The same at every node.</param>
    /// <param name="synthetic">The guide's CSV; null for ceiling and floor alone.</param>
    /// <param name="holdOut">A dataset of the same node; null for none.</param>
    /// <param name="parts">What is looked at.</param>
    /// <param name="seed">Of halves, shuffles and attacks.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SafeEvidence> EvaluateSyntheticAsync(
        SafePlan plan, byte[]? synthetic, string? holdOut, IReadOnlyList<SafePart> parts, int seed, CancellationToken cancellationToken)
    {
        var input = new EvaluateSyntheticInput
        {
            Dataset = dataset,
            HoldOut = holdOut,
            Plan = plan.ToJson(),
            Synthetic = synthetic is null ? null : new BinaryContent("text/csv", synthetic),
            Parts = [.. parts.Select(part => part.ToString().ToLowerInvariant())],
            Seed = seed,
        };
        var output = await client.InvokeAsync(ContractCatalog.EvaluateSynthetic, input, cancellationToken);
        try
        {
            return SafeEvidence.FromJson(output.Evidence);
        }
        catch (ArgumentException e)
        {
            throw new NodeUnavailableException(Name, $"sent evidence that cannot be read: {e.Message}", e);
        }
    }

    private Task<EvaluateModelOutput> EvaluateAsync(EvaluateModelInput input, CancellationToken cancellationToken)
        => client.InvokeAsync(ContractCatalog.EvaluateModel, input, cancellationToken);

    private DatasetStatistics Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<DatasetStatistics>(json) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new NodeUnavailableException(Name, $"sent statistics that cannot be read: {e.Message}", e);
        }
    }

    private static BinaryContent AsBinary(byte[] weights) => new(BinaryContent.SafeTensors, weights);
}
