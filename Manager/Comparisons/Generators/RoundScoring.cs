using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.Manager.Experiments;
using GenoMed.Fhir.Manager.Experiments.Storage;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Manager.Comparisons.Generators;

/// <summary>
/// After each round of training: as many synthetic as training patients from the model as it is then, and their scores,
/// which the manager keeps with the run.
/// </summary>
/// <param name="training">Its name, for people.</param>
/// <param name="schedule">Which exchanges end a round of training.</param>
/// <param name="guide">The rules that no patient breaks.</param>
/// <param name="patients">How many rows are generated.</param>
/// <param name="evaluator">Scores them.</param>
/// <param name="runs">The manager's database.</param>
/// <param name="progress">Told of each round.</param>
internal sealed class RoundScoring(
    string training, TrainingSchedule schedule, Guide guide, int patients, ISyntheticEvaluator evaluator, RunStore runs, IProgress<ComparisonEvent>? progress) : IRoundWatch
{
    private readonly List<RoundScores> _rounds = [];

    /// <summary>All rounds and the last one's scores.</summary>
    /// <exception cref="RunFailedException">The trained model generates no patients.</exception>
    public TrainedScores Result(string runId) => _rounds.Count > 0 && _rounds[^1].Round == schedule.Rounds
        ? new TrainedScores(_rounds[^1], _rounds)
        : throw new RunFailedException(runId, $"The model of '{training}' generates no patients that could be scored.", []);

    public async Task AfterAsync(TrainingPlan plan, int round, byte[] weights, CancellationToken cancellationToken)
    {
        if (!schedule.Ends(round))
        {
            return;
        }

        var number = schedule.RoundOf(round);
        if (TryGenerate(plan, number, weights, cancellationToken) is { } synthetic)
        {
            var scores = await evaluator.ScoreAsync(synthetic, cancellationToken);
            _rounds.Add(new RoundScores(number, scores));
            await runs.AddMetricsAsync(plan.Id, $"synthetic, round {number}", scores.ToMetrics(), cancellationToken);
            progress?.Report(new SyntheticEvaluated(training, number, scores));
        }
    }

    /// <summary>The rows that would be published: those that break a hard rule of the dictionary are drawn again.</summary>
    private FeatureTable? TryGenerate(TrainingPlan plan, int number, byte[] weights, CancellationToken cancellationToken)
    {
        try
        {
            using var generator = TrainedGenerator.Open(plan, weights);
            var request = new SyntheticRequest(patients, DerivedSeed.From(plan.Model.Seed, "comparison"));
            return new SyntheticCohort(guide.Dictionary, generator.Schema, request).Draw(generator.Generate, "comparison", null, cancellationToken).Table;
        }
        catch (Exception e) when (e is ArgumentException or OperationProblem)
        {
            // A model of few epochs may not yet have enough rows that can be taken; the next rounds go on.
            progress?.Report(new ScoreLeftOut($"{training}, round {number}", e.Message));
            return null;
        }
    }
}
