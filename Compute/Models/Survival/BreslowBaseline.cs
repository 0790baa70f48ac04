namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>
/// Breslow's cumulative baseline hazard (Breslow 1972): H0(t) = Σ_{u ≤ t} d_u / Σ_{j: t_j ≥ u} exp f_j over the
/// event times u, for log-hazards f; then S(t|x) = exp(-H0(t) exp f(x)).
/// </summary>
public static class BreslowBaseline
{
    /// <param name="durations">Times, [n], finite.</param>
    /// <param name="events">1 where the event was seen, 0 where censored, [n].</param>
    /// <param name="logHazard">f, [n], finite.</param>
    /// <returns>One point for each event time, ascending.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a value is not as described.</exception>
    public static IReadOnlyList<BaselineHazardPoint> Estimate(double[] durations, double[] events, double[] logHazard) =>
        Estimate(HazardTable.Of(durations, events, logHazard));

    /// <summary>The baseline from sums, which may be those of several nodes.</summary>
    /// <returns>One point for each event time, ascending.</returns>
    public static IReadOnlyList<BaselineHazardPoint> Estimate(HazardTable table)
    {
        var (points, sum) = (new List<BaselineHazardPoint>(), 0.0);
        for (var t = 0; t < table.Times.Count; t++)
        {
            if (table.Events[t] > 0)
            {
                sum += table.Events[t] / table.AtRisk[t];
                points.Add(new BaselineHazardPoint(table.Times[t], sum));
            }
        }

        return points;
    }

    /// <summary>H0 at a time: 0 before the first event.</summary>
    public static double At(IReadOnlyList<BaselineHazardPoint> baseline, double time) =>
        baseline.LastOrDefault(point => point.Time <= time)?.CumulativeHazard ?? 0;
}
