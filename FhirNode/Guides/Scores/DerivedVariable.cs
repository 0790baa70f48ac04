namespace GenoMed.Fhir.Guides.Scores;

/// <summary>A variable that a score computes before its terms.</summary>
public sealed record DerivedVariable
{
    public required string Name { get; init; }

    /// <summary>An expression over features and the variables above it.</summary>
    public required string Value { get; init; }
}
