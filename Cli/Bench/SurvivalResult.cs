using GenoMed.Fhir.Compute.Models.Benchmarks;

namespace GenoMed.Fhir.Cli.Bench;

/// <summary>A set with what was measured.</summary>
/// <param name="Set">The set.</param>
/// <param name="Recipe">How it was trained.</param>
/// <param name="Scores">One a seed, or one a seed and fold.</param>
/// <param name="Seconds">Wall time.</param>
internal sealed record SurvivalResult(SurvivalSet Set, SurvivalRecipe Recipe, IReadOnlyList<SurvivalScore> Scores, double Seconds)
{
    /// <summary>Mean over seeds and folds.</summary>
    public double CIndex => Scores.Average(score => score.CIndex);

    /// <summary>The same of one network.</summary>
    public double Single => Scores.Average(score => score.Single);

    /// <summary>Over the folds' means, or over seeds where there are no folds.</summary>
    public double Sd => Deviation([.. Scores.GroupBy(score => score.Fold ?? score.Seed).Select(part => part.Average(score => score.CIndex))]);

    public bool Reached => CIndex >= Set.Wanted;

    public string Measure => Recipe.Curves ? "Antolini" : "Harrell";

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Length - 1));
    }
}
