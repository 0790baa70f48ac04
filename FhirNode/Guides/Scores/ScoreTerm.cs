namespace GenoMed.Fhir.Guides.Scores;

/// <summary>One term of a linear score: <c>beta · (x − mean)</c>.</summary>
public sealed record ScoreTerm
{
    /// <summary>An expression over features and derived variables.</summary>
    public required string X { get; init; }

    /// <summary>The published coefficient.</summary>
    public required double Beta { get; init; }

    /// <summary>The published mean that the variable is centred on.</summary>
    public double Mean { get; init; }
}
