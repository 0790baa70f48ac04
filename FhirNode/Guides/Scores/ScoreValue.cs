namespace GenoMed.Fhir.Guides.Scores;

/// <summary>A score and its category.</summary>
/// <param name="Score">NaN where there is none.</param>
/// <param name="Category">Null where there is none.</param>
public readonly record struct ScoreValue(double Score, string? Category)
{
    public bool IsKnown => !double.IsNaN(Score);
}
