using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>Counts what goes wrong while a table is put together.</summary>
internal sealed class QualityTally(DataDictionary dictionary)
{
    private readonly int[] _units = new int[dictionary.Features.Count];
    private readonly int[] _codes = new int[dictionary.Features.Count];
    private readonly int[] _conflicts = new int[dictionary.Features.Count];

    private readonly Dictionary<string, int>[] _seen = [.. dictionary.Features.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];

    public void UnexpectedUnit(int position) => _units[position]++;

    /// <summary>A value came in that unit, whether it can be used or not.</summary>
    public void Unit(int position, string? unit)
    {
        var name = unit ?? "";
        _seen[position][name] = _seen[position].GetValueOrDefault(name) + 1;
    }

    public void UnknownCode(int position) => _codes[position]++;

    public void Conflict(int position) => _conflicts[position]++;

    public QualityReport Report(IReadOnlyList<PatientFacts> rows) => new(
        dictionary.Head.Guide,
        dictionary.Head.Version,
        rows.Count,
        Enumerable.Range(0, dictionary.Features.Count).Select(position => Feature(position, rows)).ToArray())
    {
        Texts = Texts(rows),
        InconsistentDates = rows.Count(row => row.HasInconsistentDates),
    };

    private TextQuality[] Texts(IReadOnlyList<PatientFacts> rows)
    {
        var filled = rows.SelectMany(row => row.Texts.Cells().Select(cell => cell.Name)).CountBy(name => name).ToDictionary();
        return [.. dictionary.Texts.Where(text => filled.ContainsKey(text.Name)).Select(text =>
            new TextQuality(text.Name, rows.Count(row => row.Values[dictionary.Offset(dictionary.Position(text.Of))] == 1), filled[text.Name]))];
    }

    private FeatureQuality Feature(int position, IReadOnlyList<PatientFacts> rows)
    {
        var (feature, offset) = (dictionary.Features[position].Feature, dictionary.Offset(position));
        var present = rows.Count(row => !double.IsNaN(row.Values[offset]));
        var outside = rows.Count(row => row.Values[offset] < feature.Minimum || row.Values[offset] > feature.Maximum);
        return new FeatureQuality(feature.Name, present, rows.Count - present, outside, _units[position], _codes[position], _conflicts[position])
        {
            InconsistentTimes = InconsistentTimes(position, rows),
            Units = _seen[position],
        };
    }

    /// <summary>An event cannot come after the end of follow-up, or after death; a thousandth allows for rounding.</summary>
    private int InconsistentTimes(int position, IReadOnlyList<PatientFacts> rows)
    {
        const double Rounding = 1.001;
        if (dictionary.Head.Analysis is not { } analysis || dictionary.Features[position] is not { Feature.Type: FeatureType.TimeToEvent } feature
            || feature.Name == analysis.Outcome || feature.Feature.Unit != dictionary[analysis.Outcome].Feature.Unit)
        {
            return 0;
        }

        var (own, end) = (dictionary.Offset(position), dictionary.Offset(dictionary.Position(analysis.Outcome)));
        return rows.Count(row => row.Values[own] > row.Values[end] * Rounding);
    }
}
