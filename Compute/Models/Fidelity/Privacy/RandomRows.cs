using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>Rows that know nothing of the patients but what a column can hold: SDMetrics' random baseline.</summary>
internal static class RandomRows
{
    /// <summary>Numbers uniform between the least and largest known value, discrete values uniform among those seen; nothing is missing.</summary>
    public static FeatureTable Of(FeatureTable real, IReadOnlyList<Feature> features, int count, long seed)
    {
        var random = new RandomStream(seed);
        var columns = features.ToDictionary(feature => feature.Name, feature => Column(real, feature, count, random));
        var ids = Enumerable.Range(0, count).Select(row => row.ToString("D9", CultureInfo.InvariantCulture)).ToArray();
        return new FeatureTable(real.Schema with { Features = features }, ids, columns);
    }

    private static double[] Column(FeatureTable real, Feature feature, int count, RandomStream random)
    {
        var values = new double[count * feature.Width];
        foreach (var column in MixedColumn.Of(feature, [real]))
        {
            var seen = column.IsNumber ? [] : Seen(real, column);
            for (var row = 0; row < count; row++)
            {
                values[(row * feature.Width) + column.Part] = column.IsNumber
                    ? column.Minimum + (random.NextDouble() * column.Range)
                    : seen.Length > 0 ? seen[random.NextInt(seen.Length)] : double.NaN;
            }
        }

        return values;
    }

    private static double[] Seen(FeatureTable real, MixedColumn column)
    {
        var values = real.Column(column.Feature.Name).ToArray();
        return [.. values.Where((value, at) => at % column.Feature.Width == column.Part && !double.IsNaN(value)).Distinct().Order()];
    }
}
