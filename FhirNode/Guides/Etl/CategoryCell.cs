using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>A cell with one of declared values: a category's index, or 0 and 1 of a binary feature or event.</summary>
internal sealed class CategoryCell(FeatureDefinition feature, int part, int index, int offset, IReadOnlyCollection<string> missing)
    : CellParser(feature, part, index, offset, missing)
{
    private readonly Dictionary<string, int> _spellings = feature.Categories
        .SelectMany((category, i) => category.Synonyms.Append(category.Code).Select(text => (text, i)))
        .ToDictionary(pair => pair.text, pair => pair.i, StringComparer.OrdinalIgnoreCase);

    protected override void Read(string text, long row, double[] values, string?[] texts, FaultList faults)
    {
        if (_spellings.TryGetValue(text, out var index))
        {
            values[Offset] = index;
            return;
        }

        var known = string.Join(", ", Feature.Categories.Select(category => category.Code));
        faults.Add(row, Column, text, EtlRule.UnknownCategory, $"Known values are {known}; leave the cell empty where it is not known, or add a synonym to the dictionary.");
    }
}
