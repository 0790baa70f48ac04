using GenoMed.Fhir.Compute.Models;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Federation.Strategies;

/// <summary>Which columns of a model's input a node has.</summary>
internal static class HeldColumns
{
    /// <summary>
    /// 1 for each column whose feature at least k patients have, else 0, [p]; a missing indicator is everybody's.
    /// With k = 10 it tells no more than the statistics did.
    /// </summary>
    public static double[] Of(ModelPlan plan, FeatureTable table)
    {
        var enough = Math.Min(DatasetStatistics.DefaultMinimumPatients, table.Count);
        var features = plan.CreateEncoding().ColumnFeatures;
        var held = features.OfType<string>().Distinct().ToDictionary(name => name, name => Present(table, plan.Schema[name]) >= enough);
        return [.. features.Select(name => name is null || held[name] ? 1.0 : 0)];
    }

    private static int Present(FeatureTable table, Feature feature)
    {
        var present = table.Count;
        for (var row = 0; row < table.Count; row++)
        {
            present -= HasMissing(table.Column(feature.Name).Slice(row * feature.Width, feature.Width)) ? 1 : 0;
        }

        return present;
    }

    private static bool HasMissing(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (double.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }
}
