namespace GenoMed.Fhir.Guides.Scores;

/// <summary>
/// A published clinical score as data, a file <c>scores/NAME.yaml</c> of its guide:
/// score = round( (offset + Σ beta·(x − mean)) / divisor ).
/// A patient who lacks an input has no score (NaN).
/// </summary>
public sealed record ScoreDefinition
{
    /// <summary>The name that people type, e.g. <c>ipss-m</c>.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>Where it was published.</summary>
    public required string Source { get; init; }

    public DerivedVariable[] Derived { get; init; } = [];

    public required ScoreTerm[] Terms { get; init; }

    /// <summary>What the sum is divided by, e.g. ln 2 for "one unit doubles the hazard".</summary>
    public double Divisor { get; init; } = 1;

    /// <summary>Decimals of the result.</summary>
    public int Digits { get; init; } = 2;

    public ScoreCategory[] Categories { get; init; } = [];

    /// <summary>Reads a score's YAML.</summary>
    /// <exception cref="YamlDotNet.Core.YamlException">Not YAML, or a field is missing or unknown; the message has line and column.</exception>
    public static ScoreDefinition Parse(string yaml) => GuideYaml.Parse<ScoreDefinition>(yaml);
}
