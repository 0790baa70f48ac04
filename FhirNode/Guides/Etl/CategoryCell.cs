namespace GenoMed.Fhir.Guides.Etl;

/// <summary>A cell with one of declared values: a category's index, or 0 and 1 of a binary feature or event.</summary>
internal sealed class CategoryCell(CellTarget target, int field) : CellParser(target, field)
{
    private readonly Dictionary<string, int> _spellings = Spellings(target);

    protected override void Read(string text, long row, double[] values, string?[] texts, FaultList faults)
    {
        if (_spellings.TryGetValue(text, out var index) || _spellings.TryGetValue(Loose(text), out index))
        {
            values[Target.Offset] = index;
            return;
        }

        var known = string.Join(", ", Target.Feature.Categories.Select(category => category.Code));
        faults.Add(row, Target.Column, text, EtlRule.UnknownCategory, $"Known values are {known}; leave the cell empty where it is not known, or name the spelling in the site file or as a synonym in the dictionary.");
    }

    private static Dictionary<string, int> Spellings(CellTarget target)
    {
        var spellings = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var all = target.Feature.Categories.SelectMany((category, i) => category.Synonyms.Append(category.Code).Select(text => (Text: text, Index: i))).ToArray();
        foreach (var (text, index) in all.Concat(all.Select(one => (Loose(one.Text), one.Index))))
        {
            spellings.TryAdd(text, index);
        }

        return spellings;
    }

    /// <summary>"Very Poor", "very_poor" and "Very-Poor" are one spelling.</summary>
    private static string Loose(string text) => text.Replace('-', ' ').Replace('_', ' ');
}
