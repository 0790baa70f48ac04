namespace GenoMed.Fhir.Guides.Scores;

/// <summary>A rule of a score that classifies: rules are tried in order and the first that holds decides.</summary>
public sealed record ScoreRule
{
    /// <summary>A code of the score's categories.</summary>
    public required string Category { get; init; }

    /// <summary>A test over features, constants and derived variables; the last rule's is <c>1</c>.</summary>
    public required string When { get; init; }

    /// <summary>Why, as the published table has it.</summary>
    public string? Source { get; init; }
}
