namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// A number in quantile bins of the summed sketch, so that bins hold about equally many patients of all nodes. A value
/// of a bin is drawn from the sketch inside the bin (not uniformly: the outer bins are long) and rounded as the
/// column's values are.
/// </summary>
internal sealed class NumberStates : ColumnStates
{
    private readonly double[] _buckets;
    private readonly int[] _ends;
    private readonly int _decimals;
    private readonly double _missing;

    /// <param name="name">The column.</param>
    /// <param name="sketch">[<see cref="QuantileSketch.Width"/>], summed over nodes.</param>
    /// <param name="bins">At most so many; a value that many patients share may leave fewer.</param>
    public NumberStates(string name, ReadOnlySpan<double> sketch, int bins)
        : base(name, sketch[0] > 0)
    {
        _missing = sketch[0];
        _buckets = sketch.Slice(1, QuantileSketch.Buckets).ToArray();
        _ends = Ends(_buckets, bins);
        _decimals = DecimalsOf(sketch[^QuantileSketch.Decimals..]);
    }

    public override double Patients => _buckets.Sum() + _missing;

    public override double[] Shares => Normal([.. _ends.Select((end, state) => _buckets[(state == 0 ? 0 : _ends[state - 1])..end].Sum())], _missing);

    protected override int Known => _ends.Length;

    protected override int Common => Math.Max(0, Known - 1) / 2;

    protected override int KnownState(double value)
    {
        var at = Array.BinarySearch(_ends, QuantileSketch.Bucket(value) + 1);
        return Math.Min(at >= 0 ? at : ~at, Known - 1);
    }

    protected override double KnownValue(int state, RandomStream random)
    {
        var start = state == 0 ? 0 : _ends[state - 1];
        var bucket = start + random.NextIndex(_buckets.AsSpan(start, _ends[state] - start));
        var (low, high) = QuantileSketch.Range(bucket);
        var value = low + ((high - low) * random.NextDouble());
        return _decimals < QuantileSketch.Decimals - 1 ? Math.Round(value, _decimals) : value;
    }

    /// <summary>The bucket after each bin's last; the last bin reaches to the end.</summary>
    private static int[] Ends(double[] buckets, int bins)
    {
        var (ends, total, seen) = (new List<int>(), buckets.Sum(), 0.0);
        for (var bucket = 0; bucket < buckets.Length; bucket++)
        {
            var before = seen;
            seen += buckets[bucket];
            // A bin ends with the bucket in which its share of the patients is reached.
            if (buckets[bucket] > 0 && Math.Floor((seen / total * bins) + 1e-9) > Math.Floor((before / total * bins) + 1e-9) && seen < total)
            {
                ends.Add(bucket + 1);
            }
        }

        ends.Add(buckets.Length);
        return total > 0 ? [.. ends] : [];
    }

    /// <summary>As many as 99 of 100 values need.</summary>
    private static int DecimalsOf(ReadOnlySpan<double> counts)
    {
        var (total, seen) = (0.0, 0.0);
        foreach (var count in counts)
        {
            total += count;
        }

        for (var decimals = 0; decimals < counts.Length; decimals++)
        {
            seen += counts[decimals];
            if (seen >= 0.99 * total)
            {
                return decimals;
            }
        }

        return counts.Length - 1;
    }
}
