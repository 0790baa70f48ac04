using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Expressions;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>
/// The features of generated rows as variables: by name, column or alias, a time-to-event feature by its two columns. What the
/// dictionary has and the rows have not is missing, at a place of its own behind the row's last number.
/// </summary>
internal sealed class RowSymbols(DataDictionary dictionary, FeatureSchema rows) : ISymbols
{
    private readonly FeatureNames _names = new(dictionary);
    private readonly RowLayout _layout = new(rows);

    /// <summary>The length of the arrays that expressions are evaluated on: the row's numbers, then one that is always NaN.</summary>
    public int Width => _layout.Width + 1;

    public int? Slot(string variable) => _names.Find(variable) is { } found
        ? _layout.Offset(dictionary.Features[found.Position].Name) + found.Part ?? _layout.Width
        : null;

    public double? Category(string variable, string code) => _names.Find(variable) is { } found
        ? CategoryCodes.Index(dictionary.Features[found.Position], code)
        : null;
}
