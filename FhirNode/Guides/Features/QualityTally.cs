using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>Counts what goes wrong while a table is put together.</summary>
internal sealed class QualityTally(DataDictionary dictionary)
{
    private readonly int[] _units = new int[dictionary.Features.Count];
    private readonly int[] _codes = new int[dictionary.Features.Count];
    private readonly int[] _conflicts = new int[dictionary.Features.Count];

    public void UnexpectedUnit(int position) => _units[position]++;

    public void UnknownCode(int position) => _codes[position]++;

    public void Conflict(int position) => _conflicts[position]++;

    public QualityReport Report(IReadOnlyList<PatientFacts> rows) => new(
        dictionary.Head.Guide,
        dictionary.Head.Version,
        rows.Count,
        Enumerable.Range(0, dictionary.Features.Count).Select(position => Feature(position, rows)).ToArray());

    private FeatureQuality Feature(int position, IReadOnlyList<PatientFacts> rows)
    {
        var (feature, offset) = (dictionary.Features[position].Feature, dictionary.Offset(position));
        var present = rows.Count(row => !double.IsNaN(row.Values[offset]));
        var outside = rows.Count(row => row.Values[offset] < feature.Minimum || row.Values[offset] > feature.Maximum);
        return new FeatureQuality(feature.Name, present, rows.Count - present, outside, _units[position], _codes[position], _conflicts[position]);
    }
}
