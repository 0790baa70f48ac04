using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>
/// How alike pairs of columns are, by the definitions of SDMetrics (MIT): 1 - |ρ_r - ρ_s|/2 of Pearson's correlations
/// for two numbers, else 1 - total variation distance of the contingency tables, a number in ten equal bins of the
/// real range.
/// </summary>
public static class PairTrends
{
    private const int Bins = 10;

    /// <summary>The mean over pairs of columns that both tables have.</summary>
    /// <exception cref="ArgumentException">The tables share no two columns with values.</exception>
    public static double Score(FeatureTable real, FeatureTable synthetic)
    {
        var columns = FidelityColumn.Shared(real, synthetic);
        CodedColumn[] coded = [.. columns.Select(column => column.IsNumber ? Binned(column) : CodedColumn.From(column.Real, column.Synthetic))];
        double[] scores = [.. from i in Enumerable.Range(0, columns.Count)
                              from j in Enumerable.Range(i + 1, columns.Count - i - 1)
                              let score = columns[i].IsNumber && columns[j].IsNumber ? Correlated(columns[i], columns[j]) : 1 - Contingency.Distance(coded[i], coded[j])
                              where double.IsFinite(score)
                              select score];
        return scores.Length > 0 ? scores.Average() : throw new ArgumentException("The tables share no two columns with values.");
    }

    private static double Correlated(FidelityColumn a, FidelityColumn b) =>
        1 - (Math.Abs(Correlation.Pearson(a.Real, b.Real) - Correlation.Pearson(a.Synthetic, b.Synthetic)) / 2);

    private static CodedColumn Binned(FidelityColumn column)
    {
        double[] known = [.. column.Real.Where(double.IsFinite)];
        var (low, width) = known.Length == 0 ? (0, 0) : (known.Min(), (known.Max() - known.Min()) / Bins);
        double Bin(double value) => double.IsNaN(value) || width == 0 ? value : Math.Clamp(Math.Floor((value - low) / width), -1, Bins);
        return CodedColumn.From([.. column.Real.Select(Bin)], [.. column.Synthetic.Select(Bin)]);
    }
}
