using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>One column of the mixed distance: a number on its range, or a discrete value.</summary>
/// <param name="Feature">Its feature.</param>
/// <param name="Part">Which of the feature's numbers it is.</param>
/// <param name="Minimum">Of a number: the least known value of the tables that gave the range.</param>
/// <param name="Range">Of a number: largest less least known value; 1 where that is 0 or nothing is known.</param>
internal sealed record MixedColumn(Feature Feature, int Part, double Minimum, double Range)
{
    /// <summary>Durations, counts and each number of a vector are numbers; event flags, binaries and categories are discrete.</summary>
    public bool IsNumber => NumberPart(Feature, Part);

    /// <summary>The columns of a feature, with the ranges that the tables' known values span together.</summary>
    public static IEnumerable<MixedColumn> Of(Feature feature, IReadOnlyList<FeatureTable> tables) =>
        Enumerable.Range(0, feature.Width).Select(part => NumberPart(feature, part) ? Number(feature, part, tables) : new MixedColumn(feature, part, 0, 1));

    private static MixedColumn Number(Feature feature, int part, IReadOnlyList<FeatureTable> tables)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var table in tables)
        {
            var values = table.Column(feature.Name);
            for (var at = part; at < values.Length; at += feature.Width)
            {
                low = values[at] < low ? values[at] : low;
                high = values[at] > high ? values[at] : high;
            }
        }

        return new MixedColumn(feature, part, high >= low ? low : 0, high > low ? high - low : 1);
    }

    /// <summary>Whether that number of a feature's is a number, or else a discrete value.</summary>
    public static bool NumberPart(Feature feature, int part) =>
        feature.Type is FeatureType.Continuous or FeatureType.Count or FeatureType.Vector || (feature.Type == FeatureType.TimeToEvent && part == 0);
}
