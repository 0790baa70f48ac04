namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>
/// How far values must be moved, on average, to make one distribution of the other: W₁ = ∫ |F - G| dx (Vallender, Theory Probab.
/// Appl. 1973).
/// </summary>
public static class WassersteinDistance
{
    /// <summary>Of two samples; missing values (NaN) are left out. NaN where either has no known value.</summary>
    public static double Of(IReadOnlyList<double> real, IReadOnlyList<double> synthetic)
    {
        var (a, b) = (Known(real), Known(synthetic));
        if (a.Length == 0 || b.Length == 0)
        {
            return double.NaN;
        }

        var (i, j, at, moved) = (0, 0, Math.Min(a[0], b[0]), 0.0);
        while (i < a.Length || j < b.Length)
        {
            var next = Math.Min(i < a.Length ? a[i] : double.PositiveInfinity, j < b.Length ? b[j] : double.PositiveInfinity);
            moved += Math.Abs(((double)i / a.Length) - ((double)j / b.Length)) * (next - at);
            at = next;
            i += i < a.Length && a[i] == next ? 1 : 0;
            j += j < b.Length && b[j] == next ? 1 : 0;
        }

        return moved;
    }

    /// <summary>
    /// From counts and sums of bins, in standard deviations of the real values. Of each bin ∫ (F - G) is known exactly, so that its
    /// size is a lower bound; the upper one comes of all values of a bin standing at their mean, and what moves them there.
    /// </summary>
    /// <param name="edges">Inner edges of the bins.</param>
    /// <param name="real">Gives the scale.</param>
    /// <param name="synthetic">Of the same bins.</param>
    /// <returns>NaN where either has no value or the real ones do not vary.</returns>
    internal static BinnedDistance Of(IReadOnlyList<double> edges, BinnedNumber real, BinnedNumber synthetic)
    {
        if (real.IsEmpty || synthetic.IsEmpty || real.Deviation == 0)
        {
            return new BinnedDistance(double.NaN, double.NaN);
        }

        var (least, most) = (0.0, 0.0);
        for (var bin = 0; bin <= edges.Count; bin++)
        {
            least += Math.Abs(Difference(edges, real, synthetic, bin));
            most += AtMeans(edges, real, synthetic, bin) + real.Spread(bin) + synthetic.Spread(bin);
        }

        return new BinnedDistance(least / real.Deviation, (most - least) / real.Deviation);
    }

    /// <summary>∫ (F - G) over a bin, by parts; below the first and above the last edge F - G vanishes at the far end.</summary>
    private static double Difference(IReadOnlyList<double> edges, BinnedNumber real, BinnedNumber synthetic, int bin)
    {
        double At(int edge) => edge < 0 || edge == edges.Count ? 0 : edges[edge] * (real.Below[edge + 1] - synthetic.Below[edge + 1]);
        return At(bin) - At(bin - 1) - (real.Mass(bin) - synthetic.Mass(bin));
    }

    /// <summary>∫ |F - G| over a bin whose values all stand at their means.</summary>
    private static double AtMeans(IReadOnlyList<double> edges, BinnedNumber real, BinnedNumber synthetic, int bin)
    {
        double Gap(int at) => Math.Abs(real.Below[at] - synthetic.Below[at]);
        if ((real.Mean(bin) ?? synthetic.Mean(bin)) is not { } first)
        {
            return bin == 0 || bin == edges.Count ? 0 : Gap(bin) * (edges[bin] - edges[bin - 1]);
        }

        var second = synthetic.Mean(bin) ?? first;
        var (low, high) = (Math.Min(first, second), Math.Max(first, second));
        var between = first <= second ? Math.Abs(real.Below[bin + 1] - synthetic.Below[bin]) : Math.Abs(real.Below[bin] - synthetic.Below[bin + 1]);
        return (bin == 0 ? 0 : Gap(bin) * (low - edges[bin - 1])) + (between * (high - low)) + (bin == edges.Count ? 0 : Gap(bin + 1) * (edges[bin] - high));
    }

    private static double[] Known(IReadOnlyList<double> values) => [.. values.Where(value => !double.IsNaN(value)).Order()];
}
