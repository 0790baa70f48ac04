namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>Distances between the frequencies of codes.</summary>
internal static class Contingency
{
    /// <summary>Total variation distance ½ Σ |p - q|; rows with NaN left out; NaN where a side has none.</summary>
    public static double Distance(IReadOnlyList<double> real, IReadOnlyList<double> synthetic) =>
        Distance(Frequencies<double>(real, row => real[row]), Frequencies<double>(synthetic, row => synthetic[row]));

    /// <summary>The same of pairs of codes.</summary>
    public static double Distance((double[] First, double[] Second) real, (double[] First, double[] Second) synthetic) => Distance(
        Frequencies(real.First, row => Pair(real, row)), Frequencies(synthetic.First, row => Pair(synthetic, row)));

    private static (double, double)? Pair((double[] First, double[] Second) columns, int row) =>
        double.IsNaN(columns.First[row]) || double.IsNaN(columns.Second[row]) ? null : (columns.First[row], columns.Second[row]);

    private static Dictionary<TKey, double> Frequencies<TKey>(IReadOnlyList<double> rows, Func<int, TKey?> key)
        where TKey : struct
    {
        var counts = new Dictionary<TKey, double>();
        for (var row = 0; row < rows.Count; row++)
        {
            if (!double.IsNaN(rows[row]) && key(row) is { } code)
            {
                counts[code] = counts.GetValueOrDefault(code) + 1;
            }
        }

        var total = counts.Values.Sum();
        return counts.ToDictionary(count => count.Key, count => count.Value / total);
    }

    private static double Distance<TKey>(Dictionary<TKey, double> p, Dictionary<TKey, double> q)
        where TKey : notnull => p.Count == 0 || q.Count == 0
        ? double.NaN
        : p.Keys.Union(q.Keys).Sum(key => Math.Abs(p.GetValueOrDefault(key) - q.GetValueOrDefault(key))) / 2;
}
