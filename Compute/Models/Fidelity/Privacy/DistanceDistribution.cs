using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>How a distance (or a ratio of distances) is spread over rows: aggregates only.</summary>
/// <param name="Count">Over how many rows.</param>
/// <param name="Median">Their median.</param>
/// <param name="FifthPercentile">What 5 % of the rows are below: the rows nearest to a patient.</param>
/// <param name="MedianInterval">Of the median, by order statistics (without an assumption of the distribution).</param>
/// <param name="Histogram">Rows in 1000 equal bins of 0..1; small cells are put together with their neighbours.</param>
public sealed record DistanceDistribution(
    int Count, double Median, double FifthPercentile, ConfidenceInterval MedianInterval, IReadOnlyList<int> Histogram)
{
    /// <summary>The standard error of the median, from its interval.</summary>
    public double MedianError => (MedianInterval.Upper - MedianInterval.Lower) / 2 / Distributions.NormalQuantile(MedianInterval.Level);

    /// <summary>All nodes' rows together. Quantiles come from the summed histogram: exact to a bin, or to the width over which small cells were put together.</summary>
    /// <exception cref="ArgumentException">None given, or of different grids.</exception>
    public static DistanceDistribution Sum(IReadOnlyList<DistanceDistribution> parts)
    {
        if (parts.Count == 0 || parts.Any(part => part.Histogram.Count != parts[0].Histogram.Count))
        {
            throw new ArgumentException($"Expected distributions on one grid, got {parts.Count} with {string.Join(", ", parts.Select(part => part.Histogram.Count))} bins.");
        }

        int[] counts = [.. Enumerable.Range(0, parts[0].Histogram.Count).Select(bin => parts.Sum(part => part.Histogram[bin]))];
        var level = parts[0].MedianInterval.Level;
        return Of(parts.Sum(part => part.Count), share => DistanceHistogram.Quantile(counts, share), level, counts);
    }

    /// <summary>Of one node's rows, 1 or more.</summary>
    internal static DistanceDistribution Of(double[] values, double level, int minimumCell)
    {
        double[] sorted = [.. values.Order()];
        return Of(values.Length, share => Quantiles.Linear(sorted, share), level, DistanceHistogram.Suppressed(DistanceHistogram.Of(values), minimumCell));
    }

    private static DistanceDistribution Of(int count, Func<double, double> quantile, double level, int[] histogram)
    {
        // The rank of the median is binomial: n/2 ± z √n / 2.
        var half = Distributions.NormalQuantile(level) / (2 * Math.Sqrt(count));
        var interval = new ConfidenceInterval(quantile(Math.Max(0, 0.5 - half)), quantile(Math.Min(1, 0.5 + half)), level);
        return new DistanceDistribution(count, quantile(0.5), quantile(0.05), interval, histogram);
    }
}
