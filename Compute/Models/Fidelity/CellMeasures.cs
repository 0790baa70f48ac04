namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>Measures of counted tables.</summary>
internal static class CellMeasures
{
    public static double Share(long[] counts, int cell) => counts[cell] / (double)counts.Sum();

    /// <summary>1 - ½ Σ |p - q|; NaN where one has nobody.</summary>
    public static double TotalVariationComplement(long[] left, long[] right)
    {
        var (n, m) = ((double)left.Sum(), (double)right.Sum());
        return n == 0 || m == 0 ? double.NaN : 1 - (left.Zip(right, (a, b) => Math.Abs((a / n) - (b / m))).Sum() / 2);
    }

    /// <summary>1 - the largest difference of the two distribution functions at the edges; NaN where one has nobody.</summary>
    public static double KsComplement(long[] left, long[] right)
    {
        var (n, m) = ((double)left.Sum(), (double)right.Sum());
        if (n == 0 || m == 0)
        {
            return double.NaN;
        }

        var (a, b, largest) = (0.0, 0.0, 0.0);
        for (var bin = 0; bin < left.Length; bin++)
        {
            (a, b) = (a + (left[bin] / n), b + (right[bin] / m));
            largest = Math.Max(largest, Math.Abs(a - b));
        }

        return 1 - largest;
    }

    /// <summary>Cramér's V with Bergsma's correction of its bias (J. Korean Stat. Soc. 2013), 0..1.</summary>
    /// <param name="cells">Row-major.</param>
    /// <param name="columns">Cells of a row.</param>
    public static double CramersV(long[] cells, int columns)
    {
        var (rows, cols, n) = Margins(cells, columns);
        var (r, c) = (rows.Count(count => count > 0), cols.Count(count => count > 0));
        if (n < 2 || r < 2 || c < 2)
        {
            return 0;
        }

        var phi2 = -1.0;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            phi2 += cells[cell] == 0 ? 0 : cells[cell] / (double)rows[cell / columns] * cells[cell] / cols[cell % columns];
        }

        double Less(int k) => k - ((k - 1.0) * (k - 1) / (n - 1));
        var corrected = Math.Max(0, phi2 - ((r - 1.0) * (c - 1) / (n - 1)));
        return Math.Sqrt(corrected / Math.Min(Less(r) - 1, Less(c) - 1));
    }

    /// <summary>1 where the codes rise together, -1 where one falls; missing, the last code of either, does not count.</summary>
    public static int SignOfTrend(long[] cells, int columns)
    {
        var (n, x, y, xy) = (0.0, 0.0, 0.0, 0.0);
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var (row, column, count) = (cell / columns, cell % columns, cells[cell]);
            if (column < columns - 1 && row < (cells.Length / columns) - 1)
            {
                (n, x, y, xy) = (n + count, x + (count * (double)row), y + (count * (double)column), xy + (count * (double)row * column));
            }
        }

        return (n * xy) - (x * y) >= 0 ? 1 : -1;
    }

    private static (long[] Rows, long[] Columns, long Sum) Margins(long[] cells, int columns)
    {
        var (rows, cols) = (new long[cells.Length / columns], new long[columns]);
        for (var cell = 0; cell < cells.Length; cell++)
        {
            rows[cell / columns] += cells[cell];
            cols[cell % columns] += cells[cell];
        }

        return (rows, cols, rows.Sum());
    }
}
