using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.ExtractDataset;

namespace GenoMed.Fhir.Manager.Descriptions;

/// <summary>
/// What a federation's patients are like, without a model: every node extracts its features and tells counts and sums
/// (nothing that rests on few patients), and they combine to those of all patients together.
/// </summary>
public sealed class FederatedDescription(Guide guide, NodeDirectory nodes)
{
    /// <summary>Asks all nodes.</summary>
    /// <exception cref="NodeUnavailableException">A node did not answer.</exception>
    /// <exception cref="R5.Outcomes.OperationProblem">A node refused.</exception>
    public async Task<DescriptionResult> RunAsync(CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(nodes.All.Select(node => AskAsync(node, cancellationToken)));
        var combined = DatasetStatistics.Combine([.. answers.Select(answer => answer.Statistics)]);
        return new DescriptionResult(
            guide.Name,
            [.. answers.Select(answer => new DescribedNode(answer.Name, answer.Rows))],
            [.. guide.Dictionary.Schema.Features.Where(feature => combined.Features.ContainsKey(feature.Name)).Select(feature => Describe(feature, combined.Features[feature.Name]))]);
    }

    private async Task<(string Name, int Rows, DatasetStatistics Statistics)> AskAsync(NodeClient node, CancellationToken cancellationToken)
    {
        var dataset = await node.InvokeAsync(ContractCatalog.ExtractDataset, new ExtractDatasetInput { Guide = guide.Name }, cancellationToken);
        return (node.Node.Name, dataset.Rows, await new RemoteNode(node, dataset.Dataset).StatisticsAsync(cancellationToken));
    }

    private static DescribedFeature Describe(Feature feature, FeatureStatistics statistics)
    {
        var numbers = statistics.Numbers;
        var mean = numbers?.Sum / numbers?.Count;
        return new DescribedFeature(feature.Name, feature.Label, feature.Unit, numbers?.Count ?? Known(statistics), statistics.Missing)
        {
            Mean = mean,
            StandardDeviation = numbers is { Count: > 1 } ? Math.Sqrt(Math.Max(0, (numbers.SumOfSquares - (numbers.Count * mean!.Value * mean.Value)) / (numbers.Count - 1))) : null,
            Counts = statistics.Counts?.Select(count => new DescribedCategory(count.Key, count.Value)).ToArray() ?? [],
        };
    }

    private static int? Known(FeatureStatistics statistics)
        => statistics.Counts?.Values.All(count => count is not null) == true ? statistics.Counts.Values.Sum() : null;
}
