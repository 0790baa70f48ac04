namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>Survival at one time of a plan.</summary>
/// <param name="Time">In the outcome's unit.</param>
/// <param name="Survival">0..1</param>
public sealed record SurvivalPoint(double Time, double Survival)
{
    private const int Digits = 4;

    /// <summary>The curve of a summary that hides nothing, up to the last time that k patients are followed beyond.</summary>
    public static IReadOnlyList<SurvivalPoint> Curve(SafePlan plan, SafeSummary summary, int k)
    {
        var left = summary.Events.Sum() + summary.Censored.Sum();
        var points = new List<SurvivalPoint>();
        foreach (var (survival, period) in GroupedSurvival.Curve(summary).Select((survival, period) => (survival, period)))
        {
            left -= summary.Events[period] + summary.Censored[period];
            if (left < k)
            {
                break;
            }

            points.Add(new SurvivalPoint(plan.Times[period], Math.Round(survival, Digits)));
        }

        return points;
    }
}
