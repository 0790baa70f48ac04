namespace GenoMed.Fhir.Guides.Scores;

/// <summary>One patient's score under the three scenarios of missing inputs; without missing inputs they are the same.</summary>
/// <param name="Best">Missing inputs as good as they can be.</param>
/// <param name="Mean">Missing inputs as in the average patient.</param>
/// <param name="Worst">Missing inputs as bad as they can be.</param>
/// <param name="Value">What is reported: the mean scenario, unless the convention finds best and worst too far apart.</param>
/// <param name="Missing">The inputs that the patient lacks, whether or not they matter.</param>
public sealed record ScoreResult(ScoreValue Best, ScoreValue Mean, ScoreValue Worst, ScoreValue Value, IReadOnlyList<string> Missing)
{
    /// <summary>Whether the missing inputs make no difference.</summary>
    public bool IsCertain => Best == Worst && Mean == Best && Mean.IsKnown;
}
