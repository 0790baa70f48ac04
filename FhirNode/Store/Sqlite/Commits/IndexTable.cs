using System.Runtime.InteropServices;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>One table of the index. The first parameter of its statements is param, the second rid.</summary>
internal sealed class IndexTable : IIndexTable
{
    // A statement for many rows opens the table once and finds its place from the row before.
    private const int RowsAtOnce = 32;

    private readonly List<WaitingRow> _waiting = [];
    private readonly IndexColumnType[] _types;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _insertMany;
    private readonly SqliteStatement _delete;
    private readonly SqliteStatement _clear;

    public IndexTable(SqliteSession session, SearchKind kind)
    {
        var columns = IndexColumns.Of(kind);
        _types = [.. columns.Select(column => column.Type)];
        string[] all = ["param", "rid", .. columns.Select(column => column.Name)];
        var name = IndexTables.Name(kind);
        var marks = Enumerable.Range(0, RowsAtOnce).Select(row => $"({string.Join(", ", all.Select((_, i) => $"?{row * all.Length + i + 1}"))})").ToList();
        var insert = $"INSERT OR IGNORE INTO {name} ({string.Join(", ", all)}) VALUES ";
        _insert = session.Prepare(insert + marks[0]);
        _insertMany = session.Prepare(insert + string.Join(", ", marks));
        _delete = session.Prepare($"DELETE FROM {name} WHERE {string.Join(" AND ", all.Select((column, i) => $"{column} = ?{i + 1}"))}");
        _clear = session.Prepare($"DELETE FROM {name}");
    }

    /// <summary>Takes a row to be inserted; it is there after <see cref="Flush"/>.</summary>
    public void Insert(long rid, ReadOnlyMemory<byte> row) => _waiting.Add(new WaitingRow(rid, row));

    /// <summary>Inserts what waits, parameter by parameter: each is one stretch of the table's key.</summary>
    public void Flush()
    {
        var order = Order();
        var done = 0;
        for (; done + RowsAtOnce <= order.Length; done += RowsAtOnce)
        {
            Run(_insertMany, order.AsSpan(done, RowsAtOnce));
        }

        for (; done < order.Length; done++)
        {
            Run(_insert, order.AsSpan(done, 1));
        }

        _waiting.Clear();
    }

    /// <summary>Forgets what waits.</summary>
    public void Discard() => _waiting.Clear();

    public void Delete(long rid, ReadOnlyMemory<byte> row)
    {
        Bind(_delete, 0, new WaitingRow(rid, row));
        _delete.Execute();
    }

    public void Clear() => _clear.Execute();

    // The connection overwrites what it deletes (secure_delete).
    public void Forget()
    {
    }

    // The symbol of the parameter and the place in the list as one number: sorting keeps the order of equals.
    private long[] Order()
    {
        var order = new long[_waiting.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = (RowBytes.Parameter(_waiting[i].Row.Span) << 32) | (uint)i;
        }

        Array.Sort(order);
        return order;
    }

    private void Run(SqliteStatement statement, ReadOnlySpan<long> rows)
    {
        var position = 0;
        foreach (var row in rows)
        {
            position = Bind(statement, position, CollectionsMarshal.AsSpan(_waiting)[(int)(row & uint.MaxValue)]);
        }

        statement.Execute();
    }

    // Gives the position that was bound last.
    private int Bind(SqliteStatement statement, int position, in WaitingRow waiting)
    {
        var row = waiting.Row.Span;
        statement.Bind(++position, RowBytes.Parameter(row)).Bind(++position, waiting.Rid);
        row = row[RowBytes.ColumnsAt..];
        foreach (var type in _types)
        {
            row = row[Bind(statement, ++position, type, row)..];
        }

        return position;
    }

    // Gives the bytes of the column.
    private static int Bind(SqliteStatement statement, int position, IndexColumnType type, ReadOnlySpan<byte> from)
    {
        switch (type)
        {
            case IndexColumnType.Integer:
                statement.Bind(position, MemoryMarshal.Read<long>(from));
                return sizeof(long);
            case IndexColumnType.Real:
                statement.Bind(position, MemoryMarshal.Read<double>(from));
                return sizeof(double);
            default:
                var text = RowBytes.Text(from);
                statement.BindText(position, text);
                return sizeof(int) + text.Length;
        }
    }
}
