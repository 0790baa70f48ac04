using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Gates;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>Evaluates a synthetic set where real patients lie, and puts together what the nodes tell.</summary>
/// <param name="guide">The disease.</param>
/// <param name="outcome">The time-to-event feature.</param>
/// <param name="parts">What is looked at.</param>
/// <param name="seed">Gives what is random.</param>
/// <param name="time">The clock.</param>
public sealed class SafeEvaluation(Guide guide, string outcome, IReadOnlyList<SafePart> parts, int seed, TimeProvider time)
{
    /// <summary>Asks the nodes, all at once.</summary>
    /// <param name="subject">The set.</param>
    /// <param name="csv">Its rows, as the guide's CSV.</param>
    /// <param name="nodes">One or more.</param>
    /// <param name="progress">Told each node that is done.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationProblem">A node refuses.</exception>
    /// <exception cref="Nodes.NodeUnavailableException">A node is not there: a report leaves none out.</exception>
    public async Task<SafeReport> RunAsync(SafeSubject subject, byte[] csv, IReadOnlyList<EvaluationNode> nodes, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var statistics = await Task.WhenAll(nodes.Select(node => node.Remote.StatisticsAsync(cancellationToken)));
        var plan = SafePlans.Of(guide, SyntheticColumns.Inputs(guide, csv), outcome, DatasetStatistics.Combine(statistics));
        var evidence = await Task.WhenAll(nodes.Select(async node =>
        {
            var told = await node.Remote.EvaluateSyntheticAsync(plan, csv, node.HoldOut, Parts(node.HoldOut is not null), seed, cancellationToken);
            progress?.Report(node.Remote.Name);
            return new NodeEvidence(node.Remote.Name, told);
        }));
        return SafeReport.Of(subject, plan, evidence, seed, time.GetUtcNow(), new PrivacyGateOptions());
    }

    /// <summary>Compares tables that lie on this machine.</summary>
    /// <param name="subject">The set.</param>
    /// <param name="tables">Features of the guide, the same in each.</param>
    /// <param name="minimumPatients">k: no figure of the report rests on fewer.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationProblem">Unprocessable: a table has too few rows.</exception>
    public SafeReport Run(SafeSubject subject, SafeTables tables, int minimumPatients, CancellationToken cancellationToken)
    {
        var inputs = tables.Synthetic.Schema.Features.Select(feature => feature.Name).Where(name => name != outcome).ToArray();
        var features = Guides.Publishing.SafeFeatures.Of(guide, inputs, outcome);
        var plan = SafePlanBuilder.Of(tables.Training, features.Lesions, features.Cytogenetics, features.Derived, features.Prognostic, outcome);
        try
        {
            var evidence = SafeEvidence.Of(
                plan, tables.Training, tables.HoldOut, tables.Synthetic, Parts(tables.HoldOut is not null).ToHashSet(), new SafeEvidenceOptions(seed, minimumPatients), cancellationToken);
            return SafeReport.Of(subject, plan, [new NodeEvidence("this machine", evidence)], seed, time.GetUtcNow(), new PrivacyGateOptions());
        }
        catch (ArgumentException e)
        {
            throw OperationProblem.Unprocessable(e.Message);
        }
    }

    // Without hold-out patients there is nothing to compare an attack with: its gates then say so.
    private IReadOnlyList<SafePart> Parts(bool holdOut) => [.. parts.Where(part => holdOut || part != SafePart.Attacks)];
}
