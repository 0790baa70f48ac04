using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>An event at an unknown time says nothing to a survival model; a duration without a status is kept as half known.</summary>
internal sealed class FollowUpRule(FeatureDefinition feature, int offset) : IRowRule
{
    public static FollowUpRule[] All(DataDictionary dictionary) => dictionary.Features
        .Select((feature, i) => (feature, i))
        .Where(pair => pair.feature.Feature.Type == FeatureType.TimeToEvent)
        .Select(pair => new FollowUpRule(pair.feature, dictionary.Offset(pair.i)))
        .ToArray();

    public void Check(double[] values, long row, FaultList faults)
    {
        var known = !double.IsNaN(values[offset]) || faults.Faults.Any(fault => fault.Column == feature.Columns[0]);
        if (!known && !double.IsNaN(values[offset + 1]))
        {
            faults.Add(row, feature.Columns[1], "", EtlRule.EventWithoutDuration, $"{feature.Columns[1]} is given and {feature.Columns[0]} is not; give the follow-up, or leave both empty.");
        }
    }
}
