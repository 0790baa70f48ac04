using System.Text;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Operations.Release;

/// <summary>Cuts an extracted table to the features that a set's CSV has.</summary>
internal static class SyntheticCsv
{
    /// <summary>The features whose columns the header names, in the CSV's order; one that no patient has is all missing.</summary>
    public static FeatureTable Columns(FeatureTable extracted, DataDictionary dictionary, ReadOnlySpan<byte> csv)
    {
        var end = csv.IndexOf((byte)'\n');
        string[] header = Encoding.UTF8.GetString(end < 0 ? csv : csv[..end]).TrimEnd('\r').Split(',');
        Feature[] features = [.. header
            .Select(column => dictionary.Features.FirstOrDefault(feature => First(feature) == column)?.Feature)
            .OfType<Feature>()];
        var known = extracted.Schema.Features.Select(feature => feature.Name).ToHashSet();
        return new FeatureTable(
            extracted.Schema with { Features = features },
            extracted.RowIds,
            features.ToDictionary(feature => feature.Name, feature => known.Contains(feature.Name)
                ? extracted.Column(feature.Name).ToArray()
                : [.. Enumerable.Repeat(double.NaN, extracted.Count * feature.Width)]));
    }

    private static string First(FeatureDefinition feature) => feature.Feature.Type == FeatureType.Vector ? $"{feature.Columns[0]}_0" : feature.Columns[0];
}
