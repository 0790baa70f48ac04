using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Models.Benchmarks;

/// <summary>
/// A survival table whose last two columns are time and event. Columns are typed as SAVAE's authors do: two or fewer
/// consecutive whole values are binary; whole values from 0 with fewer than 30 of them a category; all else a number.
/// </summary>
internal static class CsvCohort
{
    public const string Outcome = "outcome";

    public static FeatureTable Read(string file)
    {
        var lines = File.ReadLines(file).Where(line => line.Length > 0).Select(line => line.Split(',')).ToArray();
        var names = lines[0];
        double[][] columns = [.. names.Select((_, i) => lines.Skip(1).Select(line => Number(line[i])).ToArray())];
        var inputs = names[..^2].Zip(columns, Typed).ToArray();
        var outcome = new Feature { Name = Outcome, Type = FeatureType.TimeToEvent, Role = FeatureRole.Outcome, Minimum = 0 };
        // A time of 0 says that the event came before the first day was over.
        var shift = columns[^2].Min() == 0 ? 1 : 0;
        var values = inputs.ToDictionary(input => input.Feature.Name, input => input.Values);
        values[Outcome] = [.. columns[^2].Zip(columns[^1], (time, seen) => new[] { time + shift, seen }).SelectMany(pair => pair)];
        var ids = Enumerable.Range(1, lines.Length - 1).Select(row => row.ToString("D6", CultureInfo.InvariantCulture)).ToArray();
        return new FeatureTable(new FeatureSchema("benchmark", "1", [.. inputs.Select(input => input.Feature), outcome]), ids, values);
    }

    private static (Feature Feature, double[] Values) Typed(string name, double[] values)
    {
        double[] distinct = [.. values.Where(value => !double.IsNaN(value)).Distinct().Order()];
        var whole = distinct.All(value => value == Math.Floor(value));
        if (whole && distinct.Length <= 2 && distinct[^1] - distinct[0] <= 1)
        {
            return (Input(name, FeatureType.Binary), [.. values.Select(value => value - distinct[0])]);
        }

        return whole && distinct[0] == 0 && distinct.Length < 30
            ? (Input(name, FeatureType.Category) with { Categories = [.. Enumerable.Range(0, (int)distinct[^1] + 1).Select(code => code.ToString(CultureInfo.InvariantCulture))] }, values)
            : (Input(name, FeatureType.Continuous) with { Minimum = distinct[0] >= 0 ? 0 : null }, values);
    }

    private static Feature Input(string name, FeatureType type) => new() { Name = name, Type = type, Role = FeatureRole.Input };

    private static double Number(string cell) => double.TryParse(cell, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
