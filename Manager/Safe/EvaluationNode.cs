using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.ExtractDataset;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>A node that compares synthetic with its own patients.</summary>
/// <param name="Remote">The dataset of patients whom the generator may have learned from.</param>
/// <param name="HoldOut">Id, at the same node, of a dataset of patients it did not learn from; null for none.</param>
public sealed record EvaluationNode(RemoteNode Remote, string? HoldOut)
{
    /// <summary>Extracts both datasets at a node.</summary>
    /// <param name="client">The node.</param>
    /// <param name="guide">The disease.</param>
    /// <param name="training">Id of the Group of the training patients; null for all patients.</param>
    /// <param name="holdOut">Id of the Group of the others; null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="R5.Outcomes.OperationProblem">The node refuses, for instance since it has no such Group.</exception>
    /// <exception cref="NodeUnavailableException">It is not there, or has not the operations.</exception>
    public static async Task<EvaluationNode> ExtractAsync(NodeClient client, string guide, string? training, string? holdOut, CancellationToken cancellationToken)
    {
        await client.CheckAsync([ContractCatalog.ExtractDataset.Operation, ContractCatalog.DatasetStatistics.Operation, ContractCatalog.EvaluateSynthetic.Operation], cancellationToken);
        async Task<string> DatasetAsync(string? cohort)
        {
            var input = new ExtractDatasetInput { Guide = guide, Cohort = cohort is null ? null : $"Group/{cohort}" };
            return (await client.InvokeAsync(ContractCatalog.ExtractDataset, input, cancellationToken)).Dataset;
        }

        return new EvaluationNode(new RemoteNode(client, await DatasetAsync(training)), holdOut is null ? null : await DatasetAsync(holdOut));
    }
}
