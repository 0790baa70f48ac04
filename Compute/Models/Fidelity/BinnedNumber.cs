namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>The known values of a number, as its bins tell of them.</summary>
internal sealed class BinnedNumber
{
    private readonly double _count;
    private readonly long[] _counts;
    private readonly BinSums _sums;

    /// <param name="counts">Values of each bin; missing, the last entry of a summary's column, is left out.</param>
    /// <param name="sums">Of the same bins.</param>
    public BinnedNumber(long[] counts, BinSums sums)
    {
        (_counts, _sums, _count) = (counts, sums, counts.Sum());
        Below = new double[counts.Length + 1];
        for (var bin = 0; bin < counts.Length; bin++)
        {
            Below[bin + 1] = Below[bin] + (counts[bin] / _count);
        }
    }

    public bool IsEmpty => _count == 0;

    /// <summary>Share of the values below each bin, and 1 after the last.</summary>
    public double[] Below { get; }

    /// <summary>Standard deviation of all values.</summary>
    public double Deviation => Math.Sqrt(Math.Max(0, (_sums.Squares.Sum() / _count) - Math.Pow(_sums.Sums.Sum() / _count, 2)));

    /// <summary>∫ x dF over a bin.</summary>
    public double Mass(int bin) => _sums.Sums[bin] / _count;

    /// <summary>Mean of a bin's values; null where it has none.</summary>
    public double? Mean(int bin) => _counts[bin] == 0 ? null : _sums.Sums[bin] / _counts[bin];

    /// <summary>What it takes, at the most, to move a bin's values to their mean: their share times their standard deviation.</summary>
    public double Spread(int bin) => Mean(bin) is not { } mean
        ? 0
        : _counts[bin] / _count * Math.Sqrt(Math.Max(0, (_sums.Squares[bin] / _counts[bin]) - (mean * mean)));
}
