using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Manager.Experiments;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.ExtractDataset;
using GenoMed.Fhir.Operations.Contracts.QualityReport;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>Has every node extract its features into a registered data set.</summary>
internal sealed class DatasetPreparation(ComparisonOptions options, Guide guide, NodeDirectory nodes, NodeClient reference, IProgress<ComparisonEvent>? progress)
{
    /// <summary>What a comparison calls; a node need not offer the manager more.</summary>
    private static readonly OperationContract[] Needed =
    [
        ContractCatalog.ExtractDataset.Operation,
        ContractCatalog.DatasetStatistics.Operation,
        ContractCatalog.TrainRound.Operation,
        ContractCatalog.EvaluateModel.Operation,
    ];

    private readonly HashSet<string> _inputs = [.. options.InputsOf(guide)];

    public async Task<PreparedData> RunAsync(CancellationToken cancellationToken)
    {
        var lost = new List<NodeFailure>();
        var hospitals = await Task.WhenAll(options.Nodes.Select(node => TryExtractAsync(nodes[node.Name], node.Train, lost, cancellationToken)));
        var ready = hospitals.OfType<PreparedNode>().ToList();
        var needed = options.MinimumNodes ?? Math.Max(1, options.Nodes.Count - 1);
        if (ready.Count < needed)
        {
            throw new RunFailedException(null, $"{ready.Count} of {options.Nodes.Count} nodes have a data set; {needed} are needed.", [.. lost.Select(node => new LeftOut(0, node.Name, node.Reason))]);
        }

        return new PreparedData(
            ready,
            await ExtractAsync(reference, options.Reference.Train, cancellationToken),
            await ExtractAsync(reference, options.Reference.Test, cancellationToken),
            lost);
    }

    private async Task<PreparedNode?> TryExtractAsync(NodeClient client, string? cohort, List<NodeFailure> lost, CancellationToken cancellationToken)
    {
        try
        {
            await client.CheckAsync(Needed, cancellationToken);
            return await ExtractAsync(client, cohort, cancellationToken);
        }
        catch (Exception e) when (e is NodeUnavailableException or OperationProblem)
        {
            lock (lost)
            {
                lost.Add(new NodeFailure(client.Node.Name, 0, e.Message));
            }

            progress?.Report(new NodeLost(client.Node.Name, 0, e.Message));
            return null;
        }
    }

    private async Task<PreparedNode> ExtractAsync(NodeClient client, string? cohort, CancellationToken cancellationToken)
    {
        var input = new ExtractDatasetInput { Guide = options.Guide, Cohort = cohort is null ? null : $"Group/{cohort}" };
        var output = await client.InvokeAsync(ContractCatalog.ExtractDataset, input, cancellationToken);
        var name = cohort is null ? client.Node.Name : $"{client.Node.Name}, {cohort}";
        progress?.Report(new DatasetExtracted(name, output.Dataset, output.Rows, output.Sha256, Sum(output, feature => feature.Missing), Sum(output, feature => feature.OutOfRange))
        {
            Inputs = _inputs.Count,
            NotTold = Inputs(output).Count(feature => feature.Missing is null),
        });
        return new PreparedNode(new RemoteNode(client, output.Dataset), output.Rows);
    }

    private IEnumerable<FeatureQuality> Inputs(ExtractDatasetOutput output) => output.Features.Where(feature => _inputs.Contains(feature.Name));

    private long Sum(ExtractDatasetOutput output, Func<FeatureQuality, int?> count) => Inputs(output).Sum(feature => (long)(count(feature) ?? 0));
}
