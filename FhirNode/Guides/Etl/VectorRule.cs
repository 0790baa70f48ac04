using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>A vector is known whole or not at all.</summary>
internal sealed class VectorRule(FeatureDefinition feature, int offset) : IRowRule
{
    public static VectorRule[] All(DataDictionary dictionary) => dictionary.Features
        .Select((feature, i) => (feature, i))
        .Where(pair => pair.feature.Feature.Type == FeatureType.Vector)
        .Select(pair => new VectorRule(pair.feature, dictionary.Offset(pair.i)))
        .ToArray();

    public void Check(double[] values, long row, FaultList faults)
    {
        var width = feature.Feature.Width;
        var missing = 0;
        foreach (var value in values.AsSpan(offset, width))
        {
            missing += double.IsNaN(value) ? 1 : 0;
        }

        if (missing > 0 && missing < width && !faults.Faults.Any(fault => fault.Column?.StartsWith(feature.Columns[0], StringComparison.Ordinal) == true))
        {
            faults.Add(row, feature.Columns[0], "", EtlRule.PartOfVector, $"{missing} of the {width} numbers of {feature.Name} are missing; give all of them or none.");
        }
    }
}
