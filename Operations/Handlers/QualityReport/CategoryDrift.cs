using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Operations.Disclosure;

namespace GenoMed.Fhir.Operations.QualityReport;

/// <summary>
/// Population stability index of a feature's categories between two tables: Σ (p − q) ln(p / q). Below 0.1 is stable,
/// above 0.25 a shift, by custom. Not told where a category rests on few patients in either table.
/// </summary>
internal static class CategoryDrift
{
    /// <summary>Added to every count, so that a category that one table lacks is finite.</summary>
    private const double Smoothing = 0.5;
    private const int Digits = 4;

    public static double? Of(string name, FeatureTable table, FeatureTable baseline, int minimumPatients)
    {
        if (Feature(name, table) is not { } feature || Feature(name, baseline) is null)
        {
            return null;
        }

        var size = feature.Type == FeatureType.Binary ? 2 : feature.Categories.Count;
        var (now, then) = (Counts(table, name, size), Counts(baseline, name, size));
        return now.Concat(then).Any(count => SmallCells.IsSmall(count, minimumPatients)) || now.Sum() == 0 || then.Sum() == 0
            ? null
            : Math.Round(Index(now, then), Digits);
    }

    private static Feature? Feature(string name, FeatureTable table)
        => table.Schema.Features.FirstOrDefault(feature => feature.Name == name && (feature.Type is FeatureType.Category or FeatureType.Binary));

    private static int[] Counts(FeatureTable table, string name, int size)
    {
        var counts = new int[size];
        foreach (var value in table.Column(name))
        {
            if (!double.IsNaN(value))
            {
                counts[(int)value]++;
            }
        }

        return counts;
    }

    private static double Index(int[] now, int[] then)
    {
        var (all, before) = (now.Sum() + (Smoothing * now.Length), then.Sum() + (Smoothing * then.Length));
        return now.Zip(then, (a, b) => (P: (a + Smoothing) / all, Q: (b + Smoothing) / before)).Sum(pair => (pair.P - pair.Q) * Math.Log(pair.P / pair.Q));
    }
}
