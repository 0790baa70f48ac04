namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>
/// Harrell's concordance index (Harrell et al., JAMA 1982; Stat. Med. 1996): of the pairs whose order in time is
/// known, the share where the higher risk fails first; equal risks count one half. A pair is comparable when the
/// earlier time is an event; at equal times, when one is an event and the other censored (who then outlived it).
/// Two events at the same time are not compared. O(n log n) by two sweeps over time with a tree of risk ranks.
/// Agrees with R's <c>survival::concordance</c>, standard error included.
/// </summary>
public static class Concordance
{
    /// <param name="durations">Times, [n], finite.</param>
    /// <param name="events">1 where the event was seen, 0 where censored, [n].</param>
    /// <param name="risk">Higher means an earlier event, [n], finite.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a value is not as described.</exception>
    public static ConcordanceResult Harrell(double[] durations, double[] events, double[] risk)
    {
        SurvivalInput.Check(durations, events);
        SurvivalInput.CheckRisk(risk, durations.Length);
        var ranks = Ranks(risk);
        var groups = TimeGroups(durations, events);
        var counts = new PairCounts(durations.Length);
        CountAsEarlier(groups, ranks, counts);
        CountAsLater(groups, ranks, counts);
        return counts.ToResult();
    }

    private static void CountAsEarlier(List<(int[] Events, int[] Censored)> groups, int[] ranks, PairCounts counts)
    {
        var later = new FenwickTree(ranks.Length);
        foreach (var (events, censored) in Enumerable.Reverse(groups))
        {
            AddAll(later, censored, ranks);
            foreach (var row in events)
            {
                var (below, equal, above) = Split(later, ranks[row]);
                counts.Add(row, below, above, equal);
            }

            AddAll(later, events, ranks);
        }
    }

    private static void CountAsLater(List<(int[] Events, int[] Censored)> groups, int[] ranks, PairCounts counts)
    {
        var earlier = new FenwickTree(ranks.Length);
        foreach (var (events, censored) in groups)
        {
            CountAgainst(earlier, events, ranks, counts);
            AddAll(earlier, events, ranks);
            CountAgainst(earlier, censored, ranks, counts);
        }
    }

    private static void CountAgainst(FenwickTree earlier, int[] rows, int[] ranks, PairCounts counts)
    {
        foreach (var row in rows)
        {
            var (below, equal, above) = Split(earlier, ranks[row]);
            counts.Add(row, above, below, equal);
        }
    }

    private static void AddAll(FenwickTree tree, int[] rows, int[] ranks)
    {
        foreach (var row in rows)
        {
            tree.Add(ranks[row]);
        }
    }

    private static (long Below, long Equal, long Above) Split(FenwickTree tree, int rank)
    {
        var (below, upTo) = (tree.Below(rank), tree.Below(rank + 1));
        return (below, upTo - below, tree.Total - upTo);
    }

    private static int[] Ranks(double[] risk)
    {
        var distinct = risk.Distinct().Order().ToArray();
        return [.. risk.Select(value => Array.BinarySearch(distinct, value))];
    }

    private static List<(int[] Events, int[] Censored)> TimeGroups(double[] durations, double[] events) =>
        [.. Enumerable.Range(0, durations.Length)
            .GroupBy(i => durations[i])
            .OrderBy(group => group.Key)
            .Select(group => (group.Where(i => events[i] == 1).ToArray(), group.Where(i => events[i] == 0).ToArray()))];
}
