using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Expressions;

namespace GenoMed.Fhir.Guides.Scores;

/// <summary>The single-valued features of a dictionary as variables, at their places in a patient's row.</summary>
internal sealed class DictionarySymbols(DataDictionary dictionary) : ISymbols
{
    private readonly Dictionary<string, int> _positions = dictionary.Features
        .Select((feature, position) => (feature, position))
        .Where(pair => pair.feature.Feature.Width == 1)
        .ToDictionary(pair => pair.feature.Name, pair => pair.position, StringComparer.Ordinal);

    public int? Slot(string variable) => _positions.TryGetValue(variable, out var position) ? dictionary.Offset(position) : null;

    public double? Category(string variable, string code)
    {
        var categories = _positions.TryGetValue(variable, out var position) && dictionary.Features[position].Feature.Type is FeatureType.Category or FeatureType.Binary
            ? dictionary.Features[position].Categories
            : [];
        for (var i = 0; i < categories.Count; i++)
        {
            if (categories[i].Code == code)
            {
                return i;
            }
        }

        return null;
    }
}
