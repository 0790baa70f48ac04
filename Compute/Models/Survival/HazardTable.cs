namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>
/// What the partial likelihood and Breslow's baseline need of the rows for log hazards f: at each distinct time the
/// events and the sums of exp f. Tables of several nodes add up to that of the pooled rows, so that the Cox loss, its
/// gradient and the baseline are exact under federation. At a time that only one patient of a node has, the table tells
/// that patient's exp f: it is for secure summation, or for nodes that trust the one who adds.
/// </summary>
/// <param name="Times">The distinct times, [m], ascending.</param>
/// <param name="Events">d_u: events at each, [m].</param>
/// <param name="Hazards">Σ exp f over all whose time it is, [m].</param>
/// <param name="EventHazards">Σ exp f over those of them with an event, [m].</param>
/// <param name="EventLogHazard">Σ f over all with an event.</param>
public sealed record HazardTable(
    IReadOnlyList<double> Times, IReadOnlyList<long> Events, IReadOnlyList<double> Hazards, IReadOnlyList<double> EventHazards, double EventLogHazard)
{
    /// <summary>A_u: Σ exp f over those still at risk at each time, [m].</summary>
    public IReadOnlyList<double> AtRisk { get; } = SumsFromTheEnd(Hazards);

    /// <summary>The table of one node's rows.</summary>
    /// <param name="durations">Times, [n], finite.</param>
    /// <param name="events">1 where the event was seen, 0 where censored, [n].</param>
    /// <param name="logHazard">f, [n], finite and below 700.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a value is not as described.</exception>
    public static HazardTable Of(double[] durations, double[] events, double[] logHazard)
    {
        SurvivalInput.Check(durations, events);
        SurvivalInput.CheckRisk(logHazard, durations.Length);
        if (Array.Exists(logHazard, f => f >= 700))
        {
            throw new ArgumentException($"A log hazard is {logHazard.Max()}: expected below 700, since its exponential is summed.");
        }

        var times = Enumerable.Range(0, durations.Length).GroupBy(i => durations[i]).OrderBy(time => time.Key).ToArray();
        return new HazardTable(
            [.. times.Select(time => time.Key)],
            [.. times.Select(time => time.LongCount(i => events[i] == 1))],
            [.. times.Select(time => time.Sum(i => Math.Exp(logHazard[i])))],
            [.. times.Select(time => time.Sum(i => events[i] * Math.Exp(logHazard[i])))],
            logHazard.Zip(events, (f, seen) => f * seen).Sum());
    }

    /// <summary>The table of the pooled rows.</summary>
    /// <param name="parts">One of each node; the same parts in the same order give the same bits.</param>
    /// <exception cref="ArgumentException">No part.</exception>
    public static HazardTable Combine(IReadOnlyList<HazardTable> parts)
    {
        if (parts.Count == 0)
        {
            throw new ArgumentException("No hazard table to combine.");
        }

        var rows = parts
            .SelectMany(part => part.Times.Select((time, t) => (Time: time, Events: part.Events[t], Hazard: part.Hazards[t], EventHazard: part.EventHazards[t])))
            .GroupBy(row => row.Time)
            .OrderBy(time => time.Key)
            .ToArray();
        return new HazardTable(
            [.. rows.Select(time => time.Key)],
            [.. rows.Select(time => time.Sum(row => row.Events))],
            [.. rows.Select(time => time.Sum(row => row.Hazard))],
            [.. rows.Select(time => time.Sum(row => row.EventHazard))],
            parts.Sum(part => part.EventLogHazard));
    }

    private static double[] SumsFromTheEnd(IReadOnlyList<double> values)
    {
        var sums = values.ToArray();
        for (var t = sums.Length - 2; t >= 0; t--)
        {
            sums[t] += sums[t + 1];
        }

        return sums;
    }
}
