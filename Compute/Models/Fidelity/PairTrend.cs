namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>How alike the dependence of two variables is in two tables, 0..1 (SDMetrics' pair metrics).</summary>
public static class PairTrend
{
    /// <summary>1 - |ρ_real - ρ_synthetic| / 2 with Pearson's ρ over the rows that have both; NaN where one is undefined.</summary>
    public static double CorrelationSimilarity(
        ReadOnlySpan<double> realX, ReadOnlySpan<double> realY, ReadOnlySpan<double> syntheticX, ReadOnlySpan<double> syntheticY) =>
        1 - (Math.Abs(Pearson(realX, realY) - Pearson(syntheticX, syntheticY)) / 2);

    /// <summary>1 - ½ Σ |p_real - p_synthetic| over the cells of the contingency table.</summary>
    /// <param name="realX">Codes 0..codesX-1, [n].</param>
    /// <param name="realY">Codes 0..codesY-1, [n].</param>
    /// <param name="syntheticX">[m]</param>
    /// <param name="syntheticY">[m]</param>
    /// <param name="codesX">How many codes x has.</param>
    /// <param name="codesY">How many codes y has.</param>
    public static double ContingencySimilarity(
        ReadOnlySpan<int> realX, ReadOnlySpan<int> realY, ReadOnlySpan<int> syntheticX, ReadOnlySpan<int> syntheticY, int codesX, int codesY)
    {
        var difference = new double[codesX * codesY];
        Add(difference, realX, realY, codesY, 1.0 / realX.Length);
        Add(difference, syntheticX, syntheticY, codesY, -1.0 / syntheticX.Length);
        return 1 - (difference.Sum(Math.Abs) / 2);
    }

    /// <summary>Pearson's correlation over the rows that have both; NaN where one of the two is constant.</summary>
    public static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"Expected as many y as x [{x.Length}], got [{y.Length}].");
        }

        var (n, meanX, meanY, xx, yy, xy) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsNaN(x[i]) && !double.IsNaN(y[i]))
            {
                n++;
                // Welford's update: no cancellation for columns far from 0.
                var (dx, dy) = (x[i] - meanX, y[i] - meanY);
                (meanX, meanY) = (meanX + (dx / n), meanY + (dy / n));
                (xx, yy, xy) = (xx + (dx * (x[i] - meanX)), yy + (dy * (y[i] - meanY)), xy + (dx * (y[i] - meanY)));
            }
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : double.NaN;
    }

    private static void Add(double[] cells, ReadOnlySpan<int> x, ReadOnlySpan<int> y, int codesY, double share)
    {
        for (var i = 0; i < x.Length; i++)
        {
            cells[(x[i] * codesY) + y[i]] += share;
        }
    }
}
