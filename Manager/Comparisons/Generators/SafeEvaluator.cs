using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Export;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Manager.Safe;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Manager.Comparisons.Generators;

/// <summary>By <c>$evaluate-synthetic</c> at the node that holds the training patients and the hold-out.</summary>
/// <param name="options">Inputs, outcome and seed.</param>
/// <param name="guide">Its dictionary and its lesions.</param>
/// <param name="train">The training patients' data set.</param>
/// <param name="test">The hold-out's, at the same node.</param>
public sealed class SafeEvaluator(ComparisonOptions options, Guide guide, RemoteNode train, RemoteNode test) : ISyntheticEvaluator
{
    private readonly SemaphoreSlim _turn = new(1);
    private SafePlan? _plan;

    /// <inheritdoc/>
    public async Task<SyntheticScores> ScoreAsync(FeatureTable synthetic, CancellationToken cancellationToken)
    {
        using var csv = new MemoryStream();
        DatasetCsv.WriteRows(csv, synthetic, guide.Dictionary);
        var evidence = await train.EvaluateSyntheticAsync(
            await PlanAsync(cancellationToken), csv.ToArray(), test.Dataset, [SafePart.Fidelity, SafePart.Privacy], Seed, cancellationToken);
        return evidence is { Scores: { } scores, Privacy: { HoldOut: { } holdOut } privacy } && double.IsFinite(scores.Csf)
            ? new SyntheticScores
            {
                Csf = scores.Csf,
                Gsf = Known(scores.Gsf),
                PhiCorrelation = Known(scores.PhiCorrelation),
                NndrMedian = privacy.ToTraining.Nndr.Median,
                NndrMedianHoldout = holdOut.ToTraining.Nndr.Median,
                MiaAuc = Math.Max(holdOut.MembershipInference.Distance.Value, holdOut.MembershipInference.Calibrated.Value),
            }
            : throw OperationProblem.Unprocessable($"Node '{train.Name}' cannot score {synthetic.Count} synthetic patients against {evidence.Rows}.");
    }

    /// <inheritdoc/>
    public async Task<(SyntheticBound Ceiling, SyntheticBound Floor)?> BoundsAsync(CancellationToken cancellationToken)
    {
        var evidence = await train.EvaluateSyntheticAsync(await PlanAsync(cancellationToken), null, null, [SafePart.Fidelity], Seed, cancellationToken);
        return evidence is { Ceiling: { } ceiling, Floor: { } floor } ? (Bound(ceiling), Bound(floor)) : null;
    }

    private int Seed => (int)(options.Seed & int.MaxValue);

    /// <summary>Made once, so that all rounds are compared in the same way.</summary>
    private async Task<SafePlan> PlanAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _plan ??= SafePlans.Of(guide, options.InputsOf(guide), options.OutcomeOf(guide), await train.StatisticsAsync(cancellationToken));
        }
        finally
        {
            _turn.Release();
        }
    }

    private static SyntheticBound Bound(SafeScores scores) => new(scores.Csf, Known(scores.Gsf), Known(scores.PhiCorrelation));

    private static double? Known(double score) => double.IsFinite(score) ? score : null;
}
