using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>
/// What a person may call a feature in a condition: its name, a column, an alias (<c>SF3B1</c> for <c>mut_SF3B1</c>) in any case.
/// </summary>
internal sealed class FeatureNames
{
    private readonly Dictionary<string, (int Position, int Part)> _found = new(StringComparer.OrdinalIgnoreCase);

    public FeatureNames(DataDictionary dictionary)
    {
        // A name goes before a column, a column before an alias.
        Add(dictionary, feature => feature.Feature.Type == FeatureType.TimeToEvent ? [] : [feature.Name]);
        Add(dictionary, feature => feature.Columns);
        Add(dictionary, feature => feature.Aliases);
    }

    /// <summary>The feature's position and which of its numbers is meant: 1 for the event of a time-to-event feature.</summary>
    public (int Position, int Part)? Find(string name) => _found.TryGetValue(name, out var found) ? found : null;

    private void Add(DataDictionary dictionary, Func<FeatureDefinition, IReadOnlyList<string>> names)
    {
        for (var position = 0; position < dictionary.Features.Count; position++)
        {
            var feature = dictionary.Features[position];
            foreach (var (name, part) in feature.Feature.Type == FeatureType.Vector ? [] : names(feature).Select((name, part) => (name, part)))
            {
                _found.TryAdd(name, (position, feature.Feature.Type == FeatureType.TimeToEvent ? part : 0));
            }
        }
    }
}
