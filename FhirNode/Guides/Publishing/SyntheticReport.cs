namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>What it took to draw a cohort.</summary>
/// <param name="Patients">Rows accepted: those asked for.</param>
/// <param name="Drawn">Rows looked at.</param>
/// <param name="ByRule">Rows drawn again because they broke a hard rule of the dictionary, most first.</param>
/// <param name="ByCondition">Rows drawn again because they did not meet a condition, most first.</param>
public sealed record SyntheticReport(int Patients, long Drawn, IReadOnlyList<RejectedRows> ByRule, IReadOnlyList<RejectedRows> ByCondition)
{
    /// <summary>The share of the rows drawn that was accepted, 0 to 1.</summary>
    public double AcceptanceRate => Drawn == 0 ? 0 : (double)Patients / Drawn;
}
