namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>
/// What Kaplan-Meier curves and the log-rank test need of the rows: at each distinct time, how many were at risk, had
/// the event and were censored. Tables of several nodes add up to the table of the pooled rows, so that both
/// statistics are exact under federation.
/// </summary>
/// <param name="Times">The distinct times, [m], ascending.</param>
/// <param name="Events">Events of each group at each time, [m][g].</param>
/// <param name="Censored">Those last seen there, [m][g].</param>
public sealed record RiskTable(IReadOnlyList<double> Times, IReadOnlyList<long[]> Events, IReadOnlyList<long[]> Censored)
{
    /// <summary>How many groups: g.</summary>
    public int Groups => Events.Count == 0 ? 1 : Events[0].Length;

    /// <summary>How many were under observation just before each time, [m][g].</summary>
    public IReadOnlyList<long[]> AtRisk { get; } = CountAtRisk(Events, Censored);

    /// <summary>The table of one group of rows.</summary>
    /// <param name="durations">Times, [n], finite.</param>
    /// <param name="events">1 where the event was seen, 0 where censored, [n].</param>
    /// <exception cref="ArgumentException">Lengths differ, or a value is not as described.</exception>
    public static RiskTable Of(double[] durations, double[] events) => Of(durations, events, new int[durations.Length], 1);

    /// <summary>The table of several groups of rows.</summary>
    /// <param name="durations">Times, [n], finite.</param>
    /// <param name="events">1 where the event was seen, 0 where censored, [n].</param>
    /// <param name="groups">0..size-1, [n].</param>
    /// <param name="size">How many groups there are; a node may have rows of some only.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a value is not as described.</exception>
    public static RiskTable Of(double[] durations, double[] events, int[] groups, int size)
    {
        SurvivalInput.Check(durations, events);
        SurvivalInput.CheckGroups(groups, durations.Length, size);
        var times = Enumerable.Range(0, durations.Length).GroupBy(i => durations[i]).OrderBy(time => time.Key).ToArray();
        return new RiskTable(
            [.. times.Select(time => time.Key)],
            [.. times.Select(time => Count(time.Where(i => events[i] == 1), groups, size))],
            [.. times.Select(time => Count(time.Where(i => events[i] == 0), groups, size))]);
    }

    /// <summary>The table of the pooled rows.</summary>
    /// <param name="parts">One of each node, in any order.</param>
    /// <exception cref="ArgumentException">No part, or parts of different numbers of groups.</exception>
    public static RiskTable Combine(IReadOnlyList<RiskTable> parts)
    {
        var sizes = parts.Where(part => part.Times.Count > 0).Select(part => part.Groups).Distinct().ToArray();
        if (parts.Count == 0 || sizes.Length > 1)
        {
            throw new ArgumentException($"Expected tables of one number of groups, got {parts.Count} tables of [{string.Join(", ", sizes)}].");
        }

        var rows = parts
            .SelectMany(part => part.Times.Select((time, t) => (Time: time, Events: part.Events[t], Censored: part.Censored[t])))
            .GroupBy(row => row.Time)
            .OrderBy(time => time.Key)
            .ToArray();
        return new RiskTable(
            [.. rows.Select(time => time.Key)],
            [.. rows.Select(time => Sum(time.Select(row => row.Events)))],
            [.. rows.Select(time => Sum(time.Select(row => row.Censored)))]);
    }

    private static long[][] CountAtRisk(IReadOnlyList<long[]> events, IReadOnlyList<long[]> censored)
    {
        var atRisk = new long[events.Count][];
        for (var t = events.Count - 1; t >= 0; t--)
        {
            var leaving = Sum([events[t], censored[t]]);
            atRisk[t] = t == events.Count - 1 ? leaving : Sum([leaving, atRisk[t + 1]]);
        }

        return atRisk;
    }

    private static long[] Count(IEnumerable<int> rows, int[] groups, int size)
    {
        var counts = new long[size];
        foreach (var row in rows)
        {
            counts[groups[row]]++;
        }

        return counts;
    }

    private static long[] Sum(IEnumerable<long[]> counts) => counts.Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)]);
}
