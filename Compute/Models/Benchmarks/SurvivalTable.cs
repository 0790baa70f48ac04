using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Benchmarks;

/// <summary>A published survival table: every column an input, but for time, event and the name of the part that a row belongs to.</summary>
/// <param name="Rows">The patients, in the file's order; their outcome is <see cref="Outcome"/>.</param>
/// <param name="Parts">The cell of the split's column, [n]; empty where the table has none.</param>
public sealed record SurvivalTable(FeatureTable Rows, IReadOnlyList<string> Parts)
{
    public const string Outcome = "outcome";

    /// <summary>Reads a CSV without quoted cells; an empty cell is missing.</summary>
    /// <param name="file">The CSV.</param>
    /// <param name="time">Column of the durations; where one is 0 (the event came before the first day was over) all are one later.</param>
    /// <param name="seen">Column of the event: 1 seen, 0 censored.</param>
    /// <param name="part">Column that says which part a row belongs to; null for none.</param>
    /// <exception cref="InvalidDataException">A column is not there or a cell is no number: the message names it.</exception>
    public static SurvivalTable Read(string file, string time, string seen, string? part)
    {
        var csv = new CsvColumns(file);
        string[] special = part is null ? [time, seen] : [time, seen, part];
        csv.Require(special);
        var inputs = csv.Names.Except(special).Select(name => ColumnTyping.Of(name, csv.Numbers(name))).ToArray();
        var durations = csv.Numbers(time);
        var shift = durations.Min() == 0 ? 1 : 0;
        var values = inputs.ToDictionary(input => input.Feature.Name, input => input.Values);
        values[Outcome] = [.. durations.Zip(csv.Numbers(seen)).SelectMany(pair => new[] { pair.First + shift, pair.Second })];
        Feature outcome = new() { Name = Outcome, Type = FeatureType.TimeToEvent, Role = FeatureRole.Outcome, Minimum = 0 };
        var ids = Enumerable.Range(1, csv.Count).Select(row => row.ToString("D6", CultureInfo.InvariantCulture)).ToArray();
        var schema = new FeatureSchema("benchmark", "1", [.. inputs.Select(input => input.Feature), outcome]);
        return new SurvivalTable(new FeatureTable(schema, ids, values), part is null ? [] : csv.Texts(part));
    }

    /// <summary>The rows of a part.</summary>
    /// <exception cref="InvalidDataException">No row is of it.</exception>
    public FeatureTable Part(string name)
    {
        int[] rows = [.. Enumerable.Range(0, Parts.Count).Where(row => Parts[row] == name)];
        return rows.Length > 0 ? Rows.Select(rows) : throw new InvalidDataException($"No row's split is '{name}'.");
    }
}
