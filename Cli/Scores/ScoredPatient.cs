using GenoMed.Fhir.Guides.Scores;

namespace GenoMed.Fhir.Cli.Scores;

/// <summary>One patient's line of the result. A score that cannot be told is null.</summary>
/// <param name="Id">As it is in the file.</param>
/// <param name="Score">The score, under the mean scenario where inputs are missing.</param>
/// <param name="Category">Its category.</param>
/// <param name="Best">The score if every missing input were as good as can be.</param>
/// <param name="BestCategory">Its category.</param>
/// <param name="Mean">The score if every missing input were as in the average patient.</param>
/// <param name="MeanCategory">Its category.</param>
/// <param name="Worst">The score if every missing input were as bad as can be.</param>
/// <param name="WorstCategory">Its category.</param>
/// <param name="Certain">Whether the missing inputs make no difference.</param>
/// <param name="Missing">The inputs that the file does not give.</param>
internal sealed record ScoredPatient(
    string Id,
    double? Score,
    string? Category,
    double? Best,
    string? BestCategory,
    double? Mean,
    string? MeanCategory,
    double? Worst,
    string? WorstCategory,
    bool Certain,
    IReadOnlyList<string> Missing)
{
    public static ScoredPatient Of(string id, ScoreResult result) => new(
        id,
        Known(result.Value.Score),
        result.Value.Category,
        Known(result.Best.Score),
        result.Best.Category,
        Known(result.Mean.Score),
        result.Mean.Category,
        Known(result.Worst.Score),
        result.Worst.Category,
        result.IsCertain,
        result.Missing);

    private static double? Known(double score) => double.IsNaN(score) ? null : score;
}
