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
    public static IReadOnlyList<BaselineHazardPoint> Estimate(double[] durations, double[] events, double[] logHazard)
    {
        SurvivalInput.Check(durations, events);
        SurvivalInput.CheckRisk(logHazard, durations.Length);
        var (atRisk, steps) = (0.0, new List<(double Time, double Step)>());
        foreach (var time in Enumerable.Range(0, durations.Length).GroupBy(i => durations[i]).OrderByDescending(group => group.Key))
        {
            atRisk += time.Sum(i => Math.Exp(logHazard[i]));
            var failed = time.Count(i => events[i] == 1);
            if (failed > 0)
            {
                steps.Add((time.Key, failed / atRisk));
            }
        }

        return Accumulate(steps);
    }

    /// <summary>H0 at a time: 0 before the first event.</summary>
    public static double At(IReadOnlyList<BaselineHazardPoint> baseline, double time) =>
        baseline.LastOrDefault(point => point.Time <= time)?.CumulativeHazard ?? 0;

    private static BaselineHazardPoint[] Accumulate(List<(double Time, double Step)> descending)
    {
        var sum = 0.0;
        return [.. Enumerable.Reverse(descending).Select(step => new BaselineHazardPoint(step.Time, sum += step.Step))];
    }
}
