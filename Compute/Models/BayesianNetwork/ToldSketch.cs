namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// What a node tells of a number's <see cref="QuantileSketch"/> without telling of fewer than k patients: neighbouring
/// buckets are joined until they hold k, and stand at their median (microaggregation: Domingo-Ferrer, Mateo-Sanz, IEEE
/// TKDE 2002). A bucket that holds k by itself keeps its place.
/// </summary>
internal static class ToldSketch
{
    /// <param name="counts">[<see cref="QuantileSketch.Width"/>], changed in place.</param>
    /// <param name="k">The smallest group that may be told; at 1 nothing changes.</param>
    public static void Apply(Span<double> counts, int k)
    {
        Join(counts.Slice(1, QuantileSketch.Buckets), k);
        Merge(counts[^QuantileSketch.Decimals..], k);
        if (counts[0] > 0 && counts[0] < k)
        {
            // The total is known: fewer than k without a value would follow from it.
            Add(counts.Slice(1, QuantileSketch.Buckets), counts[0]);
            counts[0] = 0;
        }
    }

    private static void Join(Span<double> buckets, int k)
    {
        var group = new List<(int At, double Count)>();
        var last = -1;
        for (var at = 0; at < buckets.Length; at++)
        {
            if (buckets[at] == 0)
            {
                continue;
            }

            group.Add((at, buckets[at]));
            buckets[at] = 0;
            if (group.Sum(bucket => bucket.Count) >= k)
            {
                last = Median(group);
                buckets[last] += group.Sum(bucket => bucket.Count);
                group.Clear();
            }
        }

        if (group.Count > 0)
        {
            buckets[last >= 0 ? last : Median(group)] += group.Sum(bucket => bucket.Count);
        }
    }

    private static int Median(List<(int At, double Count)> group)
    {
        var (half, seen) = (group.Sum(bucket => bucket.Count) / 2, 0.0);
        foreach (var (at, count) in group)
        {
            seen += count;
            if (seen >= half)
            {
                return at;
            }
        }

        return group[^1].At;
    }

    private static void Merge(Span<double> cells, int k)
    {
        var small = 0.0;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            if (cells[cell] < k)
            {
                small += cells[cell];
                cells[cell] = 0;
            }
        }

        Add(cells, small);
    }

    /// <summary>To the largest cell; where all are empty, to the last.</summary>
    private static void Add(Span<double> cells, double patients)
    {
        var largest = cells.Length - 1;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            largest = cells[cell] > cells[largest] ? cell : largest;
        }

        cells[largest] += patients;
    }
}
