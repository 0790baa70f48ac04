namespace GenoMed.Fhir.Guides.Scores;

/// <summary>A risk category: all scores up to and including <see cref="Maximum"/> that no earlier category took.</summary>
public sealed record ScoreCategory
{
    public required string Code { get; init; }

    /// <summary>Inclusive; null for the last category.</summary>
    public double? Maximum { get; init; }
}
