using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>
/// How alike single columns are, by the definitions of SDMetrics (MIT): 1 - Kolmogorov and Smirnov's distance for
/// numbers, 1 - total variation distance for codes; missing values left out. 1 is the same, 0 disjoint.
/// </summary>
public static class ColumnShapes
{
    /// <summary>The mean over columns that both tables have.</summary>
    /// <exception cref="ArgumentException">The tables share no column with values.</exception>
    public static double Score(FeatureTable real, FeatureTable synthetic)
    {
        var columns = FidelityColumn.Shared(real, synthetic);
        double[] scores = [.. columns.Select(Score).Where(double.IsFinite)];
        return scores.Length > 0 ? scores.Average() : throw new ArgumentException("The tables share no column with values.");
    }

    internal static double Score(FidelityColumn column) => column.IsNumber
        ? 1 - KolmogorovSmirnov([.. column.Real.Where(double.IsFinite).Order()], [.. column.Synthetic.Where(double.IsFinite).Order()])
        : 1 - Contingency.Distance(CodedColumn.From(column.Real, column.Synthetic));

    /// <summary>sup |F - G| of two sorted samples; NaN where one is empty.</summary>
    private static double KolmogorovSmirnov(double[] a, double[] b)
    {
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

        return largest;
    }
}
