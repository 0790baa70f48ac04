namespace GenoMed.Fhir.Guides.Scores;

/// <summary>A way in which scores are computed.</summary>
internal interface IScoreKind
{
    /// <summary>The score, NaN where there is none.</summary>
    double Evaluate(double[] values, ScoreScenario scenario);

    /// <summary>The position of a score's category, NaN where there is none.</summary>
    double CategoryIndex(double score);
}
