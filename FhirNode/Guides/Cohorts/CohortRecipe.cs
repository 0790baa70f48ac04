namespace GenoMed.Fhir.Guides.Cohorts;

/// <summary>
/// How to invent patients of a disease, a file <c>cohort.yaml</c> of its guide: variables drawn one after the
/// other, each from a distribution whose parameters may be expressions over the variables above it.
/// </summary>
public sealed record CohortRecipe
{
    /// <summary>The column that holds the patient's identifier.</summary>
    public required string Identifier { get; init; }

    /// <summary>Bogus pattern of the identifier (# a digit, ? a letter); a running number follows it.</summary>
    public required string Pattern { get; init; }

    public required CohortVariable[] Variables { get; init; }

    /// <summary>Reads a recipe's YAML.</summary>
    /// <exception cref="YamlDotNet.Core.YamlException">Not YAML, or a field is missing or unknown; the message has line and column.</exception>
    public static CohortRecipe Parse(string yaml) => GuideYaml.Parse<CohortRecipe>(yaml);
}
