using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Federation.Exchange;
using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Manager.Experiments;
using GenoMed.Fhir.Manager.Experiments.Storage;

namespace GenoMed.Fhir.Manager.Comparisons.Generators;

/// <summary>
/// After each round of training: as many synthetic as training patients from the model as it is then, and their scores,
/// which the manager keeps with the run.
/// </summary>
/// <param name="training">Its name, for people.</param>
/// <param name="schedule">Which exchanges end a round of training.</param>
/// <param name="patients">How many rows are generated.</param>
/// <param name="evaluator">Scores them.</param>
/// <param name="runs">The manager's database.</param>
/// <param name="progress">Told of each round.</param>
internal sealed class RoundScoring(
    string training, TrainingSchedule schedule, int patients, ISyntheticEvaluator evaluator, RunStore runs, IProgress<ComparisonEvent>? progress) : IRoundWatch
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
        if (TryGenerate(plan, number, weights) is { } synthetic)
        {
            var scores = await evaluator.ScoreAsync(synthetic, cancellationToken);
            _rounds.Add(new RoundScores(number, scores));
            await runs.AddMetricsAsync(plan.Id, $"synthetic, round {number}", scores.ToMetrics(), cancellationToken);
            progress?.Report(new SyntheticEvaluated(training, number, scores));
        }
    }

    private FeatureTable? TryGenerate(TrainingPlan plan, int number, byte[] weights)
    {
        try
        {
            using var generator = TrainedGenerator.Open(plan, weights);
            return generator.Generate(patients, DerivedSeed.From(plan.Model.Seed, "comparison"), new Dictionary<string, double>());
        }
        catch (ArgumentException e)
        {
            // A model of few epochs may not yet have a row within the ranges; the next rounds go on.
            progress?.Report(new ScoreLeftOut($"{training}, round {number}", e.Message));
            return null;
        }
    }
}
