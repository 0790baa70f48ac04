namespace GenoMed.Fhir.Guides.Scores;

/// <summary>
/// One term of a linear score: <c>beta · (x − mean)</c>. Where x is missing, the scenario's expression takes its
/// place; a term that declares none makes the score missing.
/// </summary>
public sealed record ScoreTerm
{
    /// <summary>An expression over features and derived variables.</summary>
    public required string X { get; init; }

    /// <summary>The published coefficient.</summary>
    public required double Beta { get; init; }

    /// <summary>The published mean that the variable is centred on.</summary>
    public double Mean { get; init; }

    /// <summary>What a missing x is in the best case.</summary>
    public string? Best { get; init; }

    /// <summary>What a missing x is in the worst case.</summary>
    public string? Worst { get; init; }

    /// <summary>What a missing x is on average. Default: <see cref="Mean"/>, where a best case is declared.</summary>
    public string? Average { get; init; }

    internal string? Substitute(ScoreScenario scenario) => scenario switch
    {
        ScoreScenario.Best => Best,
        ScoreScenario.Worst => Worst,
        _ => Average ?? (Best is null ? null : Mean.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
    };
}
