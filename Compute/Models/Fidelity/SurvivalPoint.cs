namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>Survival at one time of a plan.</summary>
/// <param name="Time">In the outcome's unit.</param>
/// <param name="Survival">0..1</param>
public sealed record SurvivalPoint(double Time, double Survival)
{
    private const int Digits = 4;

    /// <summary>
    /// The curve of a summary that hides nothing, up to the last time that k patients are followed beyond. Each of its steps is of k events or more,
    /// and a straight line between: a step and those at risk would tell how many had the event.
    /// </summary>
    public static IReadOnlyList<SurvivalPoint> Curve(SafePlan plan, SafeSummary summary, int k)
    {
        var (survival, ends) = (GroupedSurvival.Curve(summary), Steps(summary.Events.AsSpan(0, Followed(summary, k)), k));
        var points = new List<SurvivalPoint>();
        var (at, height) = (0.0, 1.0);
        foreach (var end in ends)
        {
            for (var period = points.Count; period <= end; period++)
            {
                var share = (plan.Times[period] - at) / (plan.Times[end] - at);
                points.Add(new SurvivalPoint(plan.Times[period], Math.Round(height + (share * (survival[end] - height)), Digits)));
            }

            (at, height) = (plan.Times[end], survival[end]);
        }

        return points;
    }

    /// <summary>How many periods there are beyond which k patients are followed.</summary>
    private static int Followed(SafeSummary summary, int k)
    {
        var left = summary.Events.Sum() + summary.Censored.Sum();
        var period = 0;
        while (period < summary.Events.Length && (left -= summary.Events[period] + summary.Censored[period]) >= k)
        {
            period++;
        }

        return period;
    }

    /// <summary>The periods at whose ends survival is told: no event since the one before, or k and more. Few events at the end join the step before; few in all are not told.</summary>
    private static List<int> Steps(ReadOnlySpan<long> events, int k)
    {
        var (ends, since) = (new List<int>(), 0L);
        for (var period = 0; period < events.Length; period++)
        {
            since += events[period];
            if (since == 0 || since >= k)
            {
                ends.Add(period);
                since = 0;
            }
        }

        while (since > 0 && since < k && ends.Count > 0)
        {
            ends.RemoveAt(ends.Count - 1);
            since = Sum(events[(ends.Count == 0 ? 0 : ends[^1] + 1)..]);
        }

        if (since >= k)
        {
            ends.Add(events.Length - 1);
        }

        return ends;
    }

    private static long Sum(ReadOnlySpan<long> events)
    {
        var sum = 0L;
        foreach (var count in events)
        {
            sum += count;
        }

        return sum;
    }
}
