using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>
/// The rows of one resource in COPY's form, made before the writing thread has them: it only puts the rid in, which nobody
/// knows before the clock is taken.
/// </summary>
internal sealed class EncodedRows
{
    // Behind the count of fields and the length of its own: the rid is the first field.
    private const int Rid = sizeof(short) + sizeof(int);

    [ThreadStatic]
    private static CopyBuffer? s_buffer;

    private readonly byte[] _bytes;
    private readonly (SearchKind Kind, int End)[] _rows;

    private EncodedRows(byte[] bytes, (SearchKind Kind, int End)[] rows) => (_bytes, _rows) = (bytes, rows);

    public int Count => _rows.Length;

    /// <summary>Encodes the rows; every symbol must be known.</summary>
    public static EncodedRows Of(IReadOnlyList<IndexRow> rows, PostgresSymbols symbols)
    {
        var buffer = s_buffer ??= new CopyBuffer();
        buffer.Clear();
        var ends = new (SearchKind Kind, int End)[rows.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            IndexRowFields.Write(rows[i], buffer, symbols);
            ends[i] = (rows[i].Kind, buffer.Length);
        }

        return new EncodedRows(buffer.Written.ToArray(), ends);
    }

    /// <summary>Adds the rows to those of their tables.</summary>
    public void AddTo(CopyTables tables, long rid)
    {
        var start = 0;
        foreach (var (kind, end) in _rows)
        {
            var row = tables.Of(kind).AddRaw(_bytes.AsSpan(start, end - start));
            System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(row[Rid..], rid);
            start = end;
        }
    }
}
