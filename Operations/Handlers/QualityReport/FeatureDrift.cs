using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Operations.QualityReport;

/// <summary>How far a feature has drifted from the baseline; null for what is neither coded nor a number.</summary>
internal static class FeatureDrift
{
    public static double? Of(string name, FeatureTable table, FeatureTable baseline, int minimumPatients)
        => Find(name, table) is not { } feature || Find(name, baseline) is null ? null : feature.Type switch
        {
            FeatureType.Category or FeatureType.Binary => CategoryDrift.Of(feature, table, baseline, minimumPatients),
            FeatureType.Continuous or FeatureType.Count => NumberDrift.Of(feature, table, baseline, minimumPatients),
            _ => null,
        };

    private static Feature? Find(string name, FeatureTable table) => table.Schema.Features.FirstOrDefault(feature => feature.Name == name);
}
