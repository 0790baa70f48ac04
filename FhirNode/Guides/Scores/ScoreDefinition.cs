namespace GenoMed.Fhir.Guides.Scores;

/// <summary>
/// A published clinical score as data, a file <c>scores/NAME.yaml</c> of its guide: either linear,
/// score = round( Σ beta·(x − mean) / divisor ), cut into categories; or a list of rules of which the first that
/// holds names the category, the score then being the category's position.
/// </summary>
public sealed record ScoreDefinition
{
    /// <summary>The name that people type, e.g. <c>ipss-m</c>.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>Where it was published.</summary>
    public required string Source { get; init; }

    /// <summary>Where implementations differ; the first is the default.</summary>
    public ScoreConvention[] Conventions { get; init; } = [];

    public DerivedVariable[] Derived { get; init; } = [];

    public ScoreTerm[] Terms { get; init; } = [];

    /// <summary>Instead of terms.</summary>
    public ScoreRule[] Rules { get; init; } = [];

    /// <summary>What the sum is divided by, e.g. ln 2 for "one unit doubles the hazard".</summary>
    public double Divisor { get; init; } = 1;

    /// <summary>Decimals of the result.</summary>
    public int Digits { get; init; } = 2;

    /// <summary>From the best to the worst.</summary>
    public ScoreCategory[] Categories { get; init; } = [];

    /// <summary>Reads a score's YAML.</summary>
    /// <exception cref="YamlDotNet.Core.YamlException">Not YAML, or a field is missing or unknown; the message has line and column.</exception>
    public static ScoreDefinition Parse(string yaml) => GuideYaml.Parse<ScoreDefinition>(yaml);

    /// <summary>The convention of that name, the first one for null; null where the score has none.</summary>
    /// <exception cref="R5.Outcomes.OperationProblem">There is none of that name.</exception>
    public ScoreConvention? Convention(string? name)
        => name is null ? Conventions.FirstOrDefault()
        : Array.Find(Conventions, convention => convention.Name == name)
            ?? throw R5.Outcomes.OperationProblem.NotFound($"Score '{Name}' has no convention '{name}'; it has: {string.Join(", ", Conventions.Select(convention => convention.Name))}.");
}
