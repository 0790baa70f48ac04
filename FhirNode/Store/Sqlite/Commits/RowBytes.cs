using System.Runtime.InteropServices;
using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>
/// Rows as bytes: the length, the kind, the symbol of the parameter, then the columns in the order in which <see cref="IndexColumns"/>
/// names them. Numbers and symbols have 8 bytes, texts their length before them.
/// </summary>
internal static class RowBytes
{
    private const int KindAt = sizeof(int);
    private const int ParameterAt = KindAt + sizeof(int);

    /// <summary>Where the columns begin.</summary>
    public const int ColumnsAt = ParameterAt + sizeof(long);

    [ThreadStatic]
    private static RowBuffer? s_buffer;

    /// <summary>Encodes rows; every symbol must be known.</summary>
    public static byte[] Of(IReadOnlyList<IndexRow> rows, SymbolTable symbols)
    {
        var buffer = s_buffer ??= new RowBuffer();
        buffer.Clear();
        for (var i = 0; i < rows.Count; i++)
        {
            var start = buffer.Length;
            buffer.Add(0);
            Write(rows[i], buffer, symbols);
            buffer.Set(start, buffer.Length - start);
        }

        return buffer.Written.ToArray();
    }

    /// <summary>Each of the rows.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Each(ReadOnlyMemory<byte> rows)
    {
        for (var length = 0; !rows.IsEmpty; rows = rows[length..])
        {
            length = MemoryMarshal.Read<int>(rows.Span);
            yield return rows[..length];
        }
    }

    public static SearchKind Kind(ReadOnlySpan<byte> row) => (SearchKind)MemoryMarshal.Read<int>(row[KindAt..]);

    public static long Parameter(ReadOnlySpan<byte> row) => MemoryMarshal.Read<long>(row[ParameterAt..]);

    /// <summary>The text that begins a column's bytes.</summary>
    public static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> column) => column.Slice(sizeof(int), MemoryMarshal.Read<int>(column));

    private static void Write(in IndexRow row, RowBuffer to, SymbolTable symbols)
    {
        to.Add((int)row.Kind);
        to.Add(symbols.Find(row.Parameter));
        switch (row.Kind)
        {
            case SearchKind.Token or SearchKind.Reference:
                AddText(row.Text, row.Symbol, to, symbols);
                break;
            case SearchKind.String:
                to.Add(row.Text);
                to.Add(row.Exact);
                break;
            case SearchKind.Date:
                to.Add(row.Low);
                to.Add(row.High);
                break;
            case SearchKind.Uri or SearchKind.Narrative or SearchKind.Content:
                to.Add(row.Text);
                break;
            default:
                AddNumbers(row, to, symbols);
                break;
        }
    }

    private static void AddNumbers(in IndexRow row, RowBuffer to, SymbolTable symbols)
    {
        to.Add(row.LowNumber);
        to.Add(row.HighNumber);
        if (row.Kind != SearchKind.Number)
        {
            AddText(row.Text, row.Symbol, to, symbols);
        }

        if (row.Kind == SearchKind.Composite)
        {
            to.Add(row.LowNumber2);
            to.Add(row.HighNumber2);
            AddText(row.Text2, row.Symbol2, to, symbols);
        }
    }

    private static void AddText(string text, string? symbol, RowBuffer to, SymbolTable symbols)
    {
        to.Add(text);
        to.Add(symbol is null ? ISymbols.None : symbols.Find(symbol));
    }
}
