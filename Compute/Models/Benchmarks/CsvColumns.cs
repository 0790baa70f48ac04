using System.Globalization;

namespace GenoMed.Fhir.Compute.Models.Benchmarks;

/// <summary>A CSV without quoted cells, by column.</summary>
internal sealed class CsvColumns
{
    private readonly string _file;
    private readonly string[][] _rows;

    public CsvColumns(string file)
    {
        var lines = File.ReadLines(file).Where(line => line.Length > 0).Select(line => line.Split(',')).ToArray();
        _file = Path.GetFileName(file);
        _rows = lines is [_, _, ..] ? lines[1..] : throw new InvalidDataException($"{_file} has no rows.");
        Names = lines[0];
        if (Array.FindIndex(_rows, row => row.Length != Names.Count) is var uneven and >= 0)
        {
            throw new InvalidDataException($"{_file}, row {uneven + 1}: {_rows[uneven].Length} cells, the header has {Names.Count}.");
        }
    }

    public IReadOnlyList<string> Names { get; }

    public int Count => _rows.Length;

    /// <exception cref="InvalidDataException">One is not there.</exception>
    public void Require(IEnumerable<string> names)
    {
        string[] missing = [.. names.Except(Names)];
        if (missing.Length > 0)
        {
            throw new InvalidDataException($"{_file} has no column '{string.Join("', '", missing)}'; it has: {string.Join(", ", Names)}.");
        }
    }

    public string[] Texts(string name) => [.. _rows.Select(row => row[Names.ToList().IndexOf(name)])];

    /// <summary>The numbers of a column; NaN for an empty cell.</summary>
    /// <exception cref="InvalidDataException">A cell is no finite number.</exception>
    public double[] Numbers(string name) => [.. Texts(name).Select((cell, row) => cell.Length == 0 ? double.NaN : Number(cell, name, row))];

    private double Number(string cell, string name, int row) =>
        double.TryParse(cell, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new InvalidDataException($"{_file}, column '{name}', row {row + 1}: '{cell}' is no number.");
}
