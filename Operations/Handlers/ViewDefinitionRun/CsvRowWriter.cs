using System.Globalization;
using System.Text;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Operations.ViewDefinitionRun;

/// <summary>RFC 4180 with a header line; null is empty. A column of lists has no form in CSV and is refused.</summary>
internal sealed class CsvRowWriter : IRowWriter
{
    private readonly StringBuilder _text = new();
    private readonly int _columns;

    /// <exception cref="OperationProblem">A column is a collection.</exception>
    public CsvRowWriter(IReadOnlyList<ViewColumn> columns)
    {
        if (columns.FirstOrDefault(column => column.IsCollection) is { } list)
        {
            throw ParameterProblem.Unprocessable("_format", $"Column '{list.Name}' holds lists, which CSV cannot; ask for ndjson or json.");
        }

        _columns = columns.Count;
        Line(columns.Select(column => column.Name));
    }

    public string ContentType => "text/csv";

    public long Length => _text.Length;

    public void Write(ViewRow row)
    {
        var cells = new string[_columns];
        for (var i = 0; i < _columns; i++)
        {
            cells[i] = Cell(row[i]);
        }

        Line(cells);
    }

    public byte[] Finish() => Encoding.UTF8.GetBytes(_text.ToString());

    private void Line(IEnumerable<string> cells) => _text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Cell(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Quoted(string cell)
        => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
