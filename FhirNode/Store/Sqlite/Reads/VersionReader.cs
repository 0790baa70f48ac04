using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Reads;

/// <summary>Rows of versions as <see cref="StoredResource"/>.</summary>
internal static class VersionReader
{
    /// <summary>The columns that <see cref="Take"/> reads, first in a SELECT of <c>resource r</c> and <c>version v</c>.</summary>
    public const string Columns = "v.type, r.id, v.version, v.updated, v.method, v.body, v.vid";

    public const int ColumnCount = 7;

    private const string Read = $"SELECT {Columns} FROM resource r JOIN version v ON v.vid = r.vid WHERE r.type = ?1 AND r.id = ?2";
    private const string VRead = $"SELECT {Columns} FROM resource r JOIN version v ON v.rid = r.rid WHERE r.type = ?1 AND r.id = ?2 AND v.version = ?3";

    public static StoredResource? Current(SqliteSession session, SymbolTable symbols, string type, string id)
        => One(session.Prepare(Read).Bind(1, symbols.Find(type)).Bind(2, id), symbols);

    public static StoredResource? OfNumber(SqliteSession session, SymbolTable symbols, string type, string id, long version)
        => One(session.Prepare(VRead).Bind(1, symbols.Find(type)).Bind(2, id).Bind(3, version), symbols);

    public static StoredResource Take(SqliteStatement row, SymbolTable symbols) => new(
        symbols.Text(row.Long(0)),
        row.Text(1),
        row.Long(2),
        DateTimeOffset.FromUnixTimeMilliseconds(row.Long(3)),
        (StoreMethod)row.Long(4),
        row.Blob(5) is { } body ? Resource.FromTrusted(body) : null);

    private static StoredResource? One(SqliteStatement statement, SymbolTable symbols)
    {
        try
        {
            return statement.Step() ? Take(statement, symbols) : null;
        }
        finally
        {
            statement.Reset();
        }
    }
}
