namespace GenoMed.Fhir.Guides.Scores;

/// <summary>What is assumed of missing inputs.</summary>
public enum ScoreScenario
{
    /// <summary>As good as they can be.</summary>
    Best,

    /// <summary>As in the average patient.</summary>
    Mean,

    /// <summary>As bad as they can be.</summary>
    Worst,
}
