using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Operations.Disclosure;

namespace GenoMed.Fhir.Operations.QualityReport;

/// <summary>Drift of a feature's categories between two tables. Not told where a category rests on few patients in either.</summary>
internal static class CategoryDrift
{
    public static double? Of(Feature feature, FeatureTable table, FeatureTable baseline, int minimumPatients)
    {
        var size = feature.Type == FeatureType.Binary ? 2 : feature.Categories.Count;
        var (now, then) = (Counts(table, feature.Name, size), Counts(baseline, feature.Name, size));
        return now.Concat(then).Any(count => SmallCells.IsSmall(count, minimumPatients)) || now.Sum() == 0 || then.Sum() == 0
            ? null
            : StabilityIndex.Of(now, then);
    }

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
}
