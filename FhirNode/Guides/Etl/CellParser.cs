using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>Turns the cells of one column into numbers of the row, or into faults.</summary>
internal abstract class CellParser(FeatureDefinition feature, int part, int index, int offset, IReadOnlyCollection<string> missing)
{
    private readonly HashSet<string> _missing = [.. missing, .. feature.Missing];

    /// <summary>Which field of a row the column is.</summary>
    public int Field => index;

    protected FeatureDefinition Feature => feature;

    protected string Column => feature.Columns[part];

    protected int Offset => offset;

    public static CellParser For(DictionaryHead head, FeatureDefinition feature, int part, int index, int offset, UnitConversion conversion)
        => feature.Feature.Type is FeatureType.Category or FeatureType.Binary || part == 1
            ? new CategoryCell(feature, part, index, offset, head.Missing)
            : new NumberCell(feature, part, index, offset, head.Missing, conversion);

    public void Parse(string cell, long row, double[] values, string?[] texts, FaultList faults)
    {
        var text = cell.AsSpan().Trim().Length == cell.Length ? cell : cell.Trim();
        if (_missing.Contains(text))
        {
            values[offset] = double.NaN;
            return;
        }

        Read(text, row, values, texts, faults);
    }

    protected abstract void Read(string text, long row, double[] values, string?[] texts, FaultList faults);
}
