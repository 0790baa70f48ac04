using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Manager.Registry;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.Binding;
using GenoMed.Fhir.Operations.Contracts.GenerateSynthetic;

namespace GenoMed.Fhir.Manager.Synthesis;

/// <summary>Lets a node generate a synthetic data set from a registered model and keep it as a draft.</summary>
public static class RemoteSynthesis
{
    /// <summary>Calls <c>$generate-synthetic</c> and waits for it.</summary>
    /// <param name="node">Where the set will lie.</param>
    /// <param name="model">The registered model; its weights travel to the node.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="terms">How the set is published.</param>
    /// <param name="progress">Told what the node says.</param>
    /// <param name="cancellationToken">Cancels the job at the node as well.</param>
    /// <exception cref="R5.Outcomes.OperationProblem">The node refused.</exception>
    /// <exception cref="NodeUnavailableException">The node is not there or failed.</exception>
    public static async Task<StoredSet> GenerateAsync(
        NodeClient node, RegisteredModel model, SyntheticRequest request, PublicationTerms terms, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var weights = await File.ReadAllBytesAsync(model.WeightsFile, cancellationToken);
        var output = await node.InvokeAsync(ContractCatalog.GenerateSynthetic, Input(model.Card, weights, request, terms), cancellationToken, progress);
        return new StoredSet(output.Library.Split('/')[^1], output.Sha256, new SyntheticReport(output.Patients, output.Drawn, Reasons(output, "rule"), Reasons(output, "condition")));
    }

    private static RejectedRows[] Reasons(GenerateSyntheticOutput output, string kind)
        => [.. output.Rejected.Where(reason => reason.Kind == kind).Select(reason => new RejectedRows(reason.Reason, reason.Rows))];

    private static GenerateSyntheticInput Input(ModelCard card, byte[] weights, SyntheticRequest request, PublicationTerms terms)
    {
        var lineage = CardLineage.Of(card);
        return new GenerateSyntheticInput
        {
            Plan = card.Plan,
            Weights = new BinaryContent(BinaryContent.SafeTensors, weights),
            Model = new GeneratorCard
            {
                Name = lineage.Name,
                WeightsSha256 = lineage.WeightsSha256,
                PlanSha256 = lineage.PlanHash,
                Run = lineage.RunId,
                Rounds = lineage.Rounds,
                Nodes = [.. lineage.Nodes.Select(node => new GeneratorNode(node.Name, node.Dataset, node.Patients))],
                Predecessors = lineage.Predecessors,
            },
            Count = request.Count,
            Seed = (int)request.Seed,
            Where = request.Where,
            Shares = request.Shares,
            Title = terms.Title,
            Licence = terms.Licence,
            Publisher = terms.Publisher,
        };
    }
}
