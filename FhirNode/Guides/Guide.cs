using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Scores;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides;

/// <summary>A disease: one folder of <c>ImplementationGuides</c>.</summary>
/// <param name="Name">The folder's name, e.g. <c>mds</c>.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Dictionary">Its <c>data-dictionary.yaml</c>.</param>
/// <param name="Scores">Its <c>scores/*.yaml</c> by name.</param>
/// <param name="Recipe">Its <c>cohort.yaml</c>, or null when it has none.</param>
public sealed record Guide(
    string Name,
    string Folder,
    DataDictionary Dictionary,
    IReadOnlyDictionary<string, ScoreDefinition> Scores,
    CohortRecipe? Recipe)
{
    /// <summary>The score of that name.</summary>
    /// <exception cref="OperationProblem">There is none.</exception>
    public ScoreDefinition Score(string name) => Scores.TryGetValue(name, out var score)
        ? score
        : throw OperationProblem.NotFound($"Guide '{Name}' has no score '{name}'; it has: {string.Join(", ", Scores.Keys)}.");

    /// <summary>What the guide's scores may refer to.</summary>
    public ScoreScope Scope => new(Scores, Dictionary.Features.Select(feature => feature.Name).ToHashSet());

    /// <summary>Features that a model takes only where an experiment names them; vectors, which few sites have, first.</summary>
    public IReadOnlyList<string> Auxiliary =>
        [.. Dictionary.Schema.WithRole(FeatureRole.Auxiliary).OrderByDescending(feature => feature.Width).Select(feature => feature.Name)];

    /// <summary>The outcome that is predicted where an experiment names none.</summary>
    /// <exception cref="OperationProblem">The guide names none either.</exception>
    public string Outcome => Dictionary.Head.Analysis?.Outcome
        ?? throw OperationProblem.Invalid(Dictionary.Features.Any(feature => feature.Feature.Type == FeatureType.TimeToEvent)
            ? $"Guide '{Name}' names no outcome ('analysis: {{outcome: ...}}' in its data-dictionary.yaml), and no outcome is given: name one of its time-to-event features."
            : $"Guide '{Name}' has no time-to-event feature: it serves descriptive analysis, and neither survival models nor SAFE.");

    /// <summary>The outcome of that name; the guide's own where none is named.</summary>
    /// <param name="named">A time-to-event feature, or null.</param>
    /// <exception cref="OperationProblem">There is none of that name.</exception>
    public string OutcomeOf(string? named)
    {
        string[] outcomes = [.. Dictionary.Features.Where(feature => feature.Feature.Type == FeatureType.TimeToEvent).Select(feature => feature.Name)];
        return named is null ? Outcome
            : outcomes.Contains(named) ? named
            : throw OperationProblem.Invalid($"'{named}' is no time-to-event feature of the guide '{Name}'; it has {(outcomes.Length > 0 ? string.Join(", ", outcomes) : "none")}.");
    }

    /// <summary>A generator of invented patients.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="with">The recipe's optional variables to draw as well.</param>
    /// <exception cref="OperationProblem">The guide has no recipe.</exception>
    public CohortGenerator Cohorts(int seed, IReadOnlyCollection<string>? with = null) => Recipe is not null
        ? new CohortGenerator(Recipe, Scope, seed, with)
        : throw OperationProblem.NotFound($"Guide '{Name}' has no cohort.yaml.");

    /// <summary>Reads a guide.</summary>
    /// <param name="folder">A folder with a <c>data-dictionary.yaml</c>.</param>
    /// <exception cref="OperationProblem">The folder is not a valid guide.</exception>
    public static Guide Load(string folder)
    {
        var dictionary = DataDictionary.Load(Path.Combine(folder, "data-dictionary.yaml"));
        var guide = new Guide(dictionary.Head.Guide, folder, dictionary, LoadScores(folder), LoadRecipe(folder));
        if (dictionary.Head.Analysis?.Score is { } score)
        {
            guide.Score(score);
        }

        return guide;
    }

    private static Dictionary<string, ScoreDefinition> LoadScores(string folder)
    {
        var scores = Path.Combine(folder, "scores");
        var files = Directory.Exists(scores) ? Directory.GetFiles(scores, "*.yaml") : [];
        return files.Order(StringComparer.Ordinal).Select(file => GuideYaml.Load(file, ScoreDefinition.Parse)).ToDictionary(score => score.Name);
    }

    private static CohortRecipe? LoadRecipe(string folder)
    {
        var file = Path.Combine(folder, "cohort.yaml");
        return File.Exists(file) ? GuideYaml.Load(file, CohortRecipe.Parse) : null;
    }
}
