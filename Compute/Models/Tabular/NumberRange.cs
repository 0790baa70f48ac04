using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Tabular;

/// <summary>Which numbers a column may have.</summary>
internal static class NumberRange
{
    /// <summary>Within the feature's minimum and maximum, finite, and above 0 for a duration.</summary>
    public static bool Contains(TabularColumn column, ReadOnlySpan<float> encoded)
    {
        var value = TabularDecoder.Value(column, encoded);
        return double.IsFinite(value)
            && value >= (column.Feature.Minimum ?? double.NegativeInfinity)
            && value <= (column.Feature.Maximum ?? double.PositiveInfinity)
            && (column.Feature.Type != FeatureType.TimeToEvent || value > 0);
    }
}
