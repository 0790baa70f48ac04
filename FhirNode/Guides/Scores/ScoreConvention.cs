namespace GenoMed.Fhir.Guides.Scores;

/// <summary>One published way to read a score where its implementations differ.</summary>
public sealed record ScoreConvention
{
    /// <summary>The name that people type.</summary>
    public required string Name { get; init; }

    /// <summary>Whose convention it is.</summary>
    public required string Source { get; init; }

    /// <summary>Named numbers that expressions use.</summary>
    public Dictionary<string, double> Constants { get; init; } = [];

    /// <summary>The widest worst − best at which the mean scenario is given as the score. Default: always.</summary>
    public double? MaximumRange { get; init; }

    /// <summary>What a missing input counts as, by name; <c>mut_*</c> stands for all that start so.</summary>
    public Dictionary<string, double> Assume { get; init; } = [];
}
