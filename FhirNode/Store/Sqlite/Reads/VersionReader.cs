using GenoMed.Fhir.Store.Sql;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Reads;

/// <summary>Reads one version.</summary>
internal static class VersionReader
{
    private const string Read = $"SELECT {VersionRow.Columns} FROM resource r JOIN version v ON v.vid = r.vid WHERE r.type = ?1 AND r.id = ?2";
    private const string VRead = $"SELECT {VersionRow.Columns} FROM resource r JOIN version v ON v.rid = r.rid WHERE r.type = ?1 AND r.id = ?2 AND v.version = ?3";

    public static StoredResource? Current(SqliteSession session, SymbolTable symbols, string type, string id)
        => One(session.Prepare(Read).Bind(1, symbols.Find(type)).Bind(2, id), symbols);

    public static StoredResource? OfNumber(SqliteSession session, SymbolTable symbols, string type, string id, long version)
        => One(session.Prepare(VRead).Bind(1, symbols.Find(type)).Bind(2, id).Bind(3, version), symbols);

    private static StoredResource? One(SqliteStatement statement, SymbolTable symbols)
    {
        try
        {
            return statement.Step() ? VersionRow.Take(statement, symbols) : null;
        }
        finally
        {
            statement.Reset();
        }
    }
}
