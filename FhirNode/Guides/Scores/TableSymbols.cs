using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Expressions;

namespace GenoMed.Fhir.Guides.Scores;

/// <summary>The single-valued features of a schema as variables.</summary>
internal sealed class TableSymbols(FeatureSchema schema) : ISymbols
{
    private readonly Feature[] _features = [.. schema.Features.Where(feature => feature.Width == 1)];

    public int Count => _features.Length;

    public int? Slot(string variable)
        => Array.FindIndex(_features, feature => feature.Name == variable) is var index && index >= 0 ? index : null;

    public double? Category(string variable, string code)
    {
        var categories = _features.FirstOrDefault(feature => feature.Name == variable)?.Categories ?? [];
        for (var i = 0; i < categories.Count; i++)
        {
            if (categories[i] == code)
            {
                return i;
            }
        }

        return null;
    }

    public double[] Row(FeatureTable table, int row)
    {
        var values = new double[_features.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = table.Column(_features[i].Name)[row];
        }

        return values;
    }
}
