using GenoMed.Fhir.Cli.Output;
using GenoMed.Fhir.Compute.Models.Benchmarks;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Cli.Bench;

/// <summary>Trains and scores sets; networks are trained side by side, and the figures do not depend on how many at a time.</summary>
/// <param name="data">The folder of the tables.</param>
/// <param name="bars">Told how far it is.</param>
/// <param name="time">The clock.</param>
internal sealed class SurvivalBench(string data, IBars bars, TimeProvider time)
{
    /// <exception cref="InvalidDataException">The table does not fit the set.</exception>
    public SurvivalResult Run(SurvivalSet set, SurvivalRecipe recipe, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var table = Read(set);
        var parts = set.Split is null
            ? Folded(table.Rows, set.Folds, set.FoldSeed)
            : [(Fold: (int?)null, Training: table.Part("train"), Test: table.Part("test"))];
        var scores = Scores(set.Name, recipe, parts, set.Seeds, cancellationToken);
        return new SurvivalResult(set, recipe, scores, time.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Cross-validates a candidate inside the training part; the test part is not read.</summary>
    public SurvivalResult Choose(SurvivalSet set, SurvivalCandidate candidate, SurvivalRecipe recipe, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var scores = Scores($"{set.Name}: {candidate.Name}", candidate.Of(recipe), Folded(Read(set).Part("train"), set.Folds, 1), 1, cancellationToken);
        return new SurvivalResult(set, candidate.Of(recipe), scores, time.GetElapsedTime(started).TotalSeconds);
    }

    private SurvivalTable Read(SurvivalSet set) => SurvivalTable.Read(Path.Combine(data, set.File), set.Time, set.Event, set.Split);

    private static IReadOnlyList<(int? Fold, FeatureTable Training, FeatureTable Test)> Folded(FeatureTable rows, int folds, uint seed)
        => [.. Folds.Of(rows.Count, folds, seed).Select((part, i) => ((int?)(i + 1), rows.Select(part.Training), rows.Select(part.Test)))];

    private IReadOnlyList<SurvivalScore> Scores(
        string name, SurvivalRecipe recipe, IReadOnlyList<(int? Fold, FeatureTable Training, FeatureTable Test)> parts, int seeds, CancellationToken cancellationToken)
    {
        var trials = Enumerable.Range(1, seeds).SelectMany(seed => parts.Select(part => (Seed: seed, part.Fold, Trial: new SurvivalTrial(recipe, part.Training, part.Test, seed)))).ToList();
        var (bar, done) = (bars.Start(name, trials.Count * recipe.Members), 0);
        Parallel.For(
            0,
            trials.Count * recipe.Members,
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
            i =>
            {
                trials[i / recipe.Members].Trial.Train(i % recipe.Members, cancellationToken);
                bar.Set(Interlocked.Increment(ref done));
            });
        return [.. trials.Select(trial => new SurvivalScore(trial.Seed, trial.Fold, trial.Trial.Concordance(), trial.Trial.SingleConcordance()))];
    }
}
