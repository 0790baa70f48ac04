using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>A cell that a rule reads.</summary>
/// <param name="Slot">Its place in a row's numbers.</param>
/// <param name="Column">The dictionary's column.</param>
/// <param name="Codes">The values of a category by their number; null where the cell is a number.</param>
internal sealed record CombinationCell(int Slot, string Column, IReadOnlyList<CategoryDefinition>? Codes)
{
    public static CombinationCell At(DataDictionary dictionary, int slot)
    {
        var position = Enumerable.Range(0, dictionary.Features.Count).Last(i => dictionary.Offset(i) <= slot);
        var feature = dictionary.Features[position];
        return new CombinationCell(slot, feature.Columns[slot - dictionary.Offset(position)], feature.Feature.Type == FeatureType.Category ? feature.Categories : null);
    }

    /// <summary>The cell as <c>SEX=F</c>.</summary>
    public string Text(double[] values)
        => $"{Column}={(Codes is { } codes ? codes[(int)values[Slot]].Code : values[Slot].ToString(CultureInfo.InvariantCulture))}";
}
