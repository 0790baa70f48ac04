using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Expressions;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>
/// What no published patient may break: the ranges of numbers, follow-up that makes sense, the dictionary's impossible
/// combinations. A real outlier is kept and flagged by the ETL; an invented one is only an error of the model.
/// </summary>
internal static class HardRules
{
    public static IReadOnlyList<RowCheck> Of(DataDictionary dictionary, FeatureSchema rows)
    {
        var layout = new RowLayout(rows);
        var symbols = new RowSymbols(dictionary, rows);
        return
        [
            .. rows.Features.SelectMany(feature => OfFeature(dictionary[feature.Name], layout.Offset(feature.Name)!.Value)),
            .. dictionary.Head.Rules.Select(rule => Combination(rule, symbols)),
        ];
    }

    private static IEnumerable<RowCheck> OfFeature(FeatureDefinition feature, int at) => feature.Feature.Type switch
    {
        FeatureType.TimeToEvent => FollowUp(feature.Name, at),
        FeatureType.Binary or FeatureType.Category => [new RowCheck($"{feature.Name}: no value of the dictionary", row => !IsIndex(row[at], feature.Categories.Count))],
        FeatureType.Vector => [new RowCheck($"{feature.Name}: a vector known in part", row => IsPartial(row.AsSpan(at, feature.Feature.Width)))],
        _ => Number(feature, at),
    };

    private static RowCheck[] FollowUp(string name, int at) =>
    [
        new($"{name}: negative duration (the event before the diagnosis)", row => row[at] < 0 || double.IsInfinity(row[at])),
        new($"{name}: an event at an unknown time", row => double.IsNaN(row[at]) && !double.IsNaN(row[at + 1])),
        new($"{name}: no value of the dictionary", row => !IsIndex(row[at + 1], 2)),
    ];

    private static IEnumerable<RowCheck> Number(FeatureDefinition feature, int at)
    {
        var (lowest, highest) = Range(feature);
        if (feature.Feature.Type == FeatureType.Count)
        {
            yield return new RowCheck($"{feature.Name}: not a whole number", row => row[at] < 0 || row[at] != Math.Floor(row[at]) && !double.IsNaN(row[at]));
        }

        yield return new RowCheck(
            FormattableString.Invariant($"{feature.Name}: outside {lowest} to {highest}{(feature.Feature.Unit is { } unit ? $" {unit}" : "")}"),
            row => row[at] < lowest || row[at] > highest || double.IsInfinity(row[at]));
    }

    /// <summary>The plausible range within the possible one; infinite where neither has an end.</summary>
    public static (double Lowest, double Highest) Range(FeatureDefinition feature) => (
        Math.Max(feature.LowerLimit ?? double.NegativeInfinity, feature.Feature.Minimum ?? double.NegativeInfinity),
        Math.Min(feature.UpperLimit ?? double.PositiveInfinity, feature.Feature.Maximum ?? double.PositiveInfinity));

    private static RowCheck Combination(RuleDefinition rule, RowSymbols symbols)
    {
        var impossible = Expression.Compile(rule.Impossible, symbols);
        return new RowCheck($"{rule.Id}: {rule.Label}", row => Truth.Holds(impossible.Evaluate(row)));
    }

    private static bool IsIndex(double value, int count) => double.IsNaN(value) || (value >= 0 && value < count && value == Math.Floor(value));

    private static bool IsPartial(ReadOnlySpan<double> values)
    {
        var known = 0;
        foreach (var value in values)
        {
            known += double.IsFinite(value) ? 1 : 0;
        }

        return known > 0 && known < values.Length;
    }
}
