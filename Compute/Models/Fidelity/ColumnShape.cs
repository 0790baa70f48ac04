namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>How alike two samples of one variable are, 0..1 (SDMetrics' KSComplement and TVComplement).</summary>
public static class ColumnShape
{
    /// <summary>
    /// 1 - sup |F_real - F_synthetic| over the known values (Kolmogorov and Smirnov); NaN where either has none.
    /// </summary>
    public static double KsComplement(IReadOnlyList<double> real, IReadOnlyList<double> synthetic)
    {
        var (a, b) = (Known(real), Known(synthetic));
        if (a.Length == 0 || b.Length == 0)
        {
            return double.NaN;
        }

        var (i, j, largest) = (0, 0, 0.0);
        while (i < a.Length && j < b.Length)
        {
            var at = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] == at)
            {
                i++;
            }

            while (j < b.Length && b[j] == at)
            {
                j++;
            }

            largest = Math.Max(largest, Math.Abs(((double)i / a.Length) - ((double)j / b.Length)));
        }

        return 1 - largest;
    }

    /// <summary>1 - ½ Σ |p_real - p_synthetic| over the values (total variation); missing is a value of its own.</summary>
    public static double TvComplement(IReadOnlyList<double> real, IReadOnlyList<double> synthetic)
    {
        var (p, q) = (Shares(real), Shares(synthetic));
        return 1 - (p.Keys.Union(q.Keys).Sum(value => Math.Abs(p.GetValueOrDefault(value) - q.GetValueOrDefault(value))) / 2);
    }

    // NaN equals NaN as a key: missing is one group.
    private static Dictionary<double, double> Shares(IReadOnlyList<double> values) =>
        values.GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count() / (double)values.Count);

    private static double[] Known(IReadOnlyList<double> values) => [.. values.Where(value => !double.IsNaN(value)).Order()];
}
