using System.Buffers;
using System.Globalization;
using System.Text;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Operations.Views;

/// <summary>RFC 4180, with a header line unless told otherwise; null is empty. A column of lists has no form in CSV and is refused.</summary>
internal sealed class CsvRowWriter : IRowWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <exception cref="OperationProblem">A column is a collection.</exception>
    public CsvRowWriter(IReadOnlyList<ViewColumn> columns, bool withHeader)
    {
        if (columns.FirstOrDefault(column => column.IsCollection) is { } list)
        {
            throw ParameterProblem.Unprocessable("_format", $"Column '{list.Name}' holds lists, which CSV cannot; ask for ndjson or json.");
        }

        Begin = withHeader ? Encoding.UTF8.GetBytes(string.Join(',', columns.Select(column => column.Name)) + "\r\n") : default;
    }

    public string ContentType => "text/csv";

    public ReadOnlyMemory<byte> Begin { get; }

    public ReadOnlyMemory<byte> Between => default;

    public ReadOnlyMemory<byte> End => default;

    public void Write(ViewRow row, ArrayBufferWriter<byte> output)
    {
        for (var i = 0; i < row.Count; i++)
        {
            output.Write(i == 0 ? [] : ","u8);
            WriteCell(row[i], output);
        }

        output.Write("\r\n"u8);
    }

    private static void WriteCell(object? value, ArrayBufferWriter<byte> output)
    {
        switch (value)
        {
            case null:
                break;
            case bool flag:
                output.Write(flag ? "true"u8 : "false"u8);
                break;
            case IUtf8SpanFormattable number:
                WriteNumber(number, output);
                break;
            default:
                Encoding.UTF8.GetBytes(Quoted(value.ToString()!), output);
                break;
        }
    }

    private static void WriteNumber(IUtf8SpanFormattable number, ArrayBufferWriter<byte> output)
    {
        // A decimal has 31 characters at most, a long 20.
        number.TryFormat(output.GetSpan(64), out var written, default, CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
