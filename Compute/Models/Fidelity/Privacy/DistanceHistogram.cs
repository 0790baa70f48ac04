namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>Counts of numbers 0..1 in equal bins, the same at every node, so that a manager can add them.</summary>
internal static class DistanceHistogram
{
    /// <summary>Each bin is 0.001 wide; the last includes 1.</summary>
    public const int Bins = 1000;

    public static int[] Of(ReadOnlySpan<double> values)
    {
        var counts = new int[Bins];
        foreach (var value in values)
        {
            counts[Math.Min(Bins - 1, (int)(value * Bins))]++;
        }

        return counts;
    }

    /// <summary>
    /// The same rows, no bin of fewer than k: from the left, bins are put together until they hold k, in the bin where
    /// their median row lies; what remains at the end joins the last such bin. All 0 where there are fewer than k rows.
    /// </summary>
    public static int[] Suppressed(IReadOnlyList<int> counts, int k)
    {
        var kept = new int[counts.Count];
        var (start, held, last) = (0, 0, -1);
        for (var bin = 0; bin < counts.Count; bin++)
        {
            held += counts[bin];
            if (held >= k && held > 0)
            {
                last = Middle(counts, start, held);
                kept[last] += held;
                (start, held) = (bin + 1, 0);
            }
        }

        if (last >= 0)
        {
            kept[last] += held;
        }

        return kept;
    }

    /// <summary>The value below which that share of the rows lies, rows spread evenly in their bin; NaN without rows.</summary>
    public static double Quantile(IReadOnlyList<int> counts, double share)
    {
        var below = 0.0;
        var wanted = share * counts.Sum();
        for (var bin = 0; bin < counts.Count; bin++)
        {
            if (counts[bin] > 0 && below + counts[bin] >= wanted)
            {
                return (bin + ((wanted - below) / counts[bin])) / counts.Count;
            }

            below += counts[bin];
        }

        return double.NaN;
    }

    private static int Middle(IReadOnlyList<int> counts, int start, int held)
    {
        var seen = 0;
        for (var bin = start; ; bin++)
        {
            seen += counts[bin];
            if (2 * seen >= held)
            {
                return bin;
            }
        }
    }
}
