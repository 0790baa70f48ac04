using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>One table of the index: how a row becomes its columns. The first parameter is param, the second rid.</summary>
internal sealed class IndexTable : IIndexTable
{
    // A statement for many rows opens the table once and finds its place from the row before.
    private const int RowsAtOnce = 32;

    private readonly List<(long Rid, IndexRow Row)> _waiting = [];
    private readonly SymbolTable _symbols;
    private readonly Action<IndexBinder, IndexRow> _bind;
    private readonly int _columns;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _insertMany;
    private readonly SqliteStatement _delete;
    private readonly SqliteStatement _clear;

    private IndexTable(SqliteSession session, SymbolTable symbols, string name, string[] columns, Action<IndexBinder, IndexRow> bind)
    {
        _symbols = symbols;
        _bind = bind;
        string[] all = ["param", "rid", .. columns];
        _columns = all.Length;
        var marks = Enumerable.Range(0, RowsAtOnce).Select(row => $"({string.Join(", ", all.Select((_, i) => $"?{row * all.Length + i + 1}"))})").ToList();
        var insert = $"INSERT OR IGNORE INTO {name} ({string.Join(", ", all)}) VALUES ";
        _insert = session.Prepare(insert + marks[0]);
        _insertMany = session.Prepare(insert + string.Join(", ", marks));
        _delete = session.Prepare($"DELETE FROM {name} WHERE {string.Join(" AND ", all.Select((column, i) => $"{column} = ?{i + 1}"))}");
        _clear = session.Prepare($"DELETE FROM {name}");
    }

    public static IReadOnlyDictionary<SearchKind, IIndexTable> All(SqliteSession session, SymbolTable symbols) => new Dictionary<SearchKind, IIndexTable>
    {
        [SearchKind.Token] = new IndexTable(session, symbols, "token_index", ["code", "system"], static (to, row) => to.Add(row.Text).AddSymbol(row.Symbol)),
        [SearchKind.String] = new IndexTable(session, symbols, "string_index", ["folded", "exact"], static (to, row) => to.Add(row.Text).Add(row.Exact)),
        [SearchKind.Reference] = new IndexTable(session, symbols, "reference_index", ["target", "type"], static (to, row) => to.Add(row.Text).AddSymbol(row.Symbol)),
        [SearchKind.Date] = new IndexTable(session, symbols, "date_index", ["low", "high"], static (to, row) => to.Add(row.Low).Add(row.High)),
        [SearchKind.Number] = new IndexTable(session, symbols, "number_index", ["low", "high"], static (to, row) => to.Add(row.LowNumber).Add(row.HighNumber)),
        [SearchKind.Quantity] = new IndexTable(session, symbols, "quantity_index", ["low", "high", "code", "system"], static (to, row) => to
            .Add(row.LowNumber).Add(row.HighNumber).Add(row.Text).AddSymbol(row.Symbol)),
        [SearchKind.Uri] = new IndexTable(session, symbols, "uri_index", ["value"], static (to, row) => to.Add(row.Text)),
        [SearchKind.Composite] = new IndexTable(session, symbols, "composite_index", ["text", "symbol", "low", "high", "text2", "symbol2", "low2", "high2"], static (to, row) => to
            .Add(row.Text).AddSymbol(row.Symbol).Add(row.LowNumber).Add(row.HighNumber)
            .Add(row.Text2).AddSymbol(row.Symbol2).Add(row.LowNumber2).Add(row.HighNumber2)),
        [SearchKind.Narrative] = new TextTable(session, IndexTables.Name(SearchKind.Narrative)),
        [SearchKind.Content] = new TextTable(session, IndexTables.Name(SearchKind.Content)),
    };

    /// <summary>Takes a row to be inserted; it is there after <see cref="Flush"/>.</summary>
    public void Insert(long rid, in IndexRow row) => _waiting.Add((rid, row));

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

    public void Delete(long rid, in IndexRow row)
    {
        _bind(Binder(_delete, 0).Add(_symbols.Find(row.Parameter)).Add(rid), row);
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
            order[i] = (_symbols.Find(_waiting[i].Row.Parameter) << 32) | (uint)i;
        }

        Array.Sort(order);
        return order;
    }

    private void Run(SqliteStatement statement, ReadOnlySpan<long> rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var (rid, row) = _waiting[(int)(rows[i] & uint.MaxValue)];
            _bind(Binder(statement, i).Add(rows[i] >> 32).Add(rid), row);
        }

        statement.Execute();
    }

    private IndexBinder Binder(SqliteStatement statement, int row) => new(statement, row * _columns, _symbols);
}
