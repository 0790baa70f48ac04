using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Benchmarks;

/// <summary>
/// Types of columns as SAVAE's authors have them: at most two consecutive whole values are binary; whole values from 0,
/// fewer than 30, a category; all else a number.
/// </summary>
internal static class ColumnTyping
{
    private const int Categories = 30;

    public static (Feature Feature, double[] Values) Of(string name, double[] values)
    {
        double[] distinct = [.. values.Where(value => !double.IsNaN(value)).Distinct().Order()];
        if (distinct.Length == 0)
        {
            throw new InvalidDataException($"Column '{name}' has no value.");
        }

        var whole = distinct.All(value => value == Math.Floor(value));
        return whole && distinct.Length <= 2 && distinct[^1] - distinct[0] <= 1
            ? (Input(name, FeatureType.Binary), [.. values.Select(value => value - distinct[0])])
            : whole && distinct[0] == 0 && distinct.Length < Categories && distinct[^1] < 1000
                ? (Input(name, FeatureType.Category) with { Categories = Codes(distinct[^1]) }, values)
                : (Input(name, FeatureType.Continuous) with { Minimum = distinct[0] >= 0 ? 0 : null }, values);
    }

    private static string[] Codes(double last) =>
        [.. Enumerable.Range(0, (int)last + 1).Select(code => code.ToString(CultureInfo.InvariantCulture))];

    private static Feature Input(string name, FeatureType type) => new() { Name = name, Type = type, Role = FeatureRole.Input };
}
