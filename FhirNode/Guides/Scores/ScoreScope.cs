namespace GenoMed.Fhir.Guides.Scores;

/// <summary>What a score may refer to beside the variables of its row.</summary>
/// <param name="Scores">The guide's scores by name, for one that builds on another.</param>
/// <param name="Features">Names of the guide's features; one that the row lacks is missing.</param>
public sealed record ScoreScope(IReadOnlyDictionary<string, ScoreDefinition> Scores, IReadOnlySet<string> Features)
{
    /// <summary>Nothing.</summary>
    public static ScoreScope None { get; } = new(new Dictionary<string, ScoreDefinition>(), new HashSet<string>());
}
