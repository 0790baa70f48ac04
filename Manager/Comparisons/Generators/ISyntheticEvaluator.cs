using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Manager.Comparisons.Generators;

/// <summary>Compares invented patients with the real ones, where those lie.</summary>
public interface ISyntheticEvaluator
{
    /// <summary>Scores of a table of synthetic patients.</summary>
    /// <param name="synthetic">The rows.</param>
    /// <param name="cancellationToken">Ends the evaluation.</param>
    /// <exception cref="R5.Outcomes.OperationProblem">The node refuses; the message says why.</exception>
    Task<SyntheticScores> ScoreAsync(FeatureTable synthetic, CancellationToken cancellationToken);

    /// <summary>What real patients reach, and what shuffled columns do.</summary>
    Task<(SyntheticBound Ceiling, SyntheticBound Floor)?> BoundsAsync(CancellationToken cancellationToken);
}
