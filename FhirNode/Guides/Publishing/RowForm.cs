using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>
/// Brings a generated row into the form in which it travels: numbers with the decimals that the dictionary gives them, and no
/// detail (an allele frequency) of a finding that is not there, since there is no resource to hold it.
/// </summary>
internal sealed class RowForm
{
    private readonly (int At, int Decimals)[] _rounded;
    private readonly (int At, int Finding)[] _details;

    public RowForm(DataDictionary dictionary, FeatureSchema rows)
    {
        var layout = new RowLayout(rows);
        var features = rows.Features.Select(feature => (Feature: dictionary[feature.Name], At: layout.Offset(feature.Name)!.Value)).ToArray();
        _rounded = [.. features.Where(pair => pair.Feature.Decimals is not null).Select(pair => (pair.At, pair.Feature.Decimals!.Value))];
        // A finding that is not generated is not there either: the row's last place is always missing.
        _details = [.. features.Where(pair => pair.Feature.Carrier.Of is not null).Select(pair => (pair.At, layout.Offset(pair.Feature.Carrier.Of!) ?? layout.Width))];
    }

    public void Apply(double[] row)
    {
        foreach (var (at, decimals) in _rounded)
        {
            row[at] = Math.Round(row[at], decimals, MidpointRounding.AwayFromZero);
        }

        foreach (var (at, finding) in _details)
        {
            row[at] = row[finding] == 1 ? row[at] : double.NaN;
        }
    }
}
