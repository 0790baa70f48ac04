namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>Pearson's correlation.</summary>
internal static class Correlation
{
    /// <summary>Over the rows where both are known; NaN where one of them does not vary. Of two binary columns it is φ.</summary>
    public static double Pearson(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        int[] known = [.. Enumerable.Range(0, a.Count).Where(row => double.IsFinite(a[row]) && double.IsFinite(b[row]))];
        if (known.Length == 0)
        {
            return double.NaN;
        }

        var (meanA, meanB) = (known.Average(row => a[row]), known.Average(row => b[row]));
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        foreach (var row in known)
        {
            ab += (a[row] - meanA) * (b[row] - meanB);
            aa += (a[row] - meanA) * (a[row] - meanA);
            bb += (b[row] - meanB) * (b[row] - meanB);
        }

        return aa > 0 && bb > 0 ? ab / Math.Sqrt(aa * bb) : double.NaN;
    }
}
