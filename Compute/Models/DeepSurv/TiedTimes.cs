namespace GenoMed.Fhir.Compute.Models.DeepSurv;

/// <summary>The rows of one time.</summary>
/// <param name="Events">Those whose event was seen then.</param>
/// <param name="Censored">Those last seen then.</param>
internal sealed record TiedTimes(int[] Events, int[] Censored)
{
    /// <summary>The distinct times of a batch, ascending.</summary>
    public static TiedTimes[] Ascending(ReadOnlySpan<double> durations, ReadOnlySpan<double> events)
    {
        var (keys, rows) = (durations.ToArray(), Enumerable.Range(0, durations.Length).ToArray());
        Array.Sort(keys, rows);
        var times = new List<TiedTimes>(keys.Length);
        for (var (start, end) = (0, 0); start < keys.Length; start = end)
        {
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            times.Add(Split(rows.AsSpan(start, end - start), events));
        }

        return [.. times];
    }

    private static TiedTimes Split(Span<int> rows, ReadOnlySpan<double> events)
    {
        // An unstable sort may leave ties in any order; by position, sums are the same everywhere.
        rows.Sort();
        var (seen, censored) = (new List<int>(), new List<int>());
        foreach (var row in rows)
        {
            (events[row] == 1 ? seen : censored).Add(row);
        }

        return new TiedTimes([.. seen], [.. censored]);
    }
}
