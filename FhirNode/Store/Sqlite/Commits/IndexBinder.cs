using GenoMed.Fhir.Store.Sql;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>Binds the columns of one row, in order.</summary>
/// <param name="Statement">The statement, of one row or several.</param>
/// <param name="Position">The last position that was bound.</param>
/// <param name="Symbols">For columns that hold a symbol.</param>
internal readonly record struct IndexBinder(SqliteStatement Statement, int Position, SymbolTable Symbols)
{
    public IndexBinder Add(long value)
    {
        Statement.Bind(Position + 1, value);
        return Next;
    }

    public IndexBinder Add(double value)
    {
        Statement.Bind(Position + 1, value);
        return Next;
    }

    public IndexBinder Add(string value)
    {
        Statement.Bind(Position + 1, value);
        return Next;
    }

    public IndexBinder AddSymbol(string? text) => Add(text is null ? ISymbols.None : Symbols.Find(text));

    private IndexBinder Next => this with { Position = Position + 1 };
}
