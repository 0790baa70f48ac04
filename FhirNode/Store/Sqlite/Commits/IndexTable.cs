using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Search;
using GenoMed.Fhir.Store.Sql;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>One table of the index: how a row becomes its columns. The first parameter is param, the second rid.</summary>
internal sealed class IndexTable
{
    private readonly SymbolTable _symbols;
    private readonly Action<SqliteStatement, IndexRow, SymbolTable> _bind;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _delete;
    private readonly SqliteStatement _clear;

    private IndexTable(SqliteSession session, SymbolTable symbols, string name, string[] columns, Action<SqliteStatement, IndexRow, SymbolTable> bind)
    {
        _symbols = symbols;
        _bind = bind;
        string[] all = ["param", "rid", .. columns];
        _insert = session.Prepare($"INSERT OR IGNORE INTO {name} ({string.Join(", ", all)}) VALUES ({string.Join(", ", all.Select((_, i) => $"?{i + 1}"))})");
        _delete = session.Prepare($"DELETE FROM {name} WHERE {string.Join(" AND ", all.Select((column, i) => $"{column} = ?{i + 1}"))}");
        _clear = session.Prepare($"DELETE FROM {name}");
    }

    public static IReadOnlyDictionary<SearchKind, IndexTable> All(SqliteSession session, SymbolTable symbols) => new Dictionary<SearchKind, IndexTable>
    {
        [SearchKind.Token] = new(session, symbols, "token_index", ["code", "system"], static (to, row, known) => to.Bind(3, row.Text).Bind(4, SymbolOf(row.Symbol, known))),
        [SearchKind.String] = new(session, symbols, "string_index", ["folded", "exact"], static (to, row, _) => to.Bind(3, row.Text).Bind(4, row.Exact)),
        [SearchKind.Reference] = new(session, symbols, "reference_index", ["target", "type"], static (to, row, known) => to.Bind(3, row.Text).Bind(4, SymbolOf(row.Symbol, known))),
        [SearchKind.Date] = new(session, symbols, "date_index", ["low", "high"], static (to, row, _) => to.Bind(3, row.Low).Bind(4, row.High)),
        [SearchKind.Number] = new(session, symbols, "number_index", ["low", "high"], static (to, row, _) => to.Bind(3, row.LowNumber).Bind(4, row.HighNumber)),
        [SearchKind.Quantity] = new(session, symbols, "quantity_index", ["low", "high", "code", "system"], static (to, row, known) => to
            .Bind(3, row.LowNumber).Bind(4, row.HighNumber).Bind(5, row.Text).Bind(6, SymbolOf(row.Symbol, known))),
        [SearchKind.Uri] = new(session, symbols, "uri_index", ["value"], static (to, row, _) => to.Bind(3, row.Text)),
        [SearchKind.Composite] = new(session, symbols, "composite_index", ["text", "symbol", "low", "high", "text2", "symbol2", "low2", "high2"], static (to, row, known) => to
            .Bind(3, row.Text).Bind(4, SymbolOf(row.Symbol, known)).Bind(5, row.LowNumber).Bind(6, row.HighNumber)
            .Bind(7, row.Text2).Bind(8, SymbolOf(row.Symbol2, known)).Bind(9, row.LowNumber2).Bind(10, row.HighNumber2)),
    };

    public void Insert(long rid, in IndexRow row) => Run(_insert, rid, row);

    public void Delete(long rid, in IndexRow row) => Run(_delete, rid, row);

    public void Clear() => _clear.Execute();

    private static long SymbolOf(string? text, SymbolTable symbols) => text is { } symbol ? symbols.Find(symbol) : ISymbols.None;

    private void Run(SqliteStatement statement, long rid, in IndexRow row)
    {
        _bind(statement.Bind(1, _symbols.Find(row.Parameter)).Bind(2, rid), row, _symbols);
        statement.Execute();
    }
}
