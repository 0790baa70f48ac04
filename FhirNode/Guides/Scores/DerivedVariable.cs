namespace GenoMed.Fhir.Guides.Scores;

/// <summary>A variable that a score computes before its terms.</summary>
public sealed record DerivedVariable
{
    public required string Name { get; init; }

    /// <summary>An expression over features, constants and the variables above it.</summary>
    public string? Value { get; init; }

    /// <summary>Another score of the guide instead, whose number it is; missing where that one lacks an input.</summary>
    public string? Score { get; init; }
}
