using GenoMed.Fhir.R5.Outcomes;
using SQLitePCL;

namespace GenoMed.Fhir.Store.Sqlite.Connections;

/// <summary>SQLite's result codes as the problems that a client can be told of.</summary>
internal static class SqliteFailure
{
    public static void ThrowUnlessOk(sqlite3 database, int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Of(database, code);
        }
    }

    /// <summary>The primary code decides: full, unreadable, locked and read-only media are expected; anything else is a defect here.</summary>
    public static Exception Of(sqlite3 database, int code)
    {
        var message = raw.sqlite3_errmsg(database).utf8_to_string();
        return (code & 0xFF) switch
        {
            raw.SQLITE_FULL => OperationProblem.InsufficientStorage($"The store is full, nothing was written: {message}."),
            raw.SQLITE_IOERR => OperationProblem.Unavailable($"The store's file cannot be read or written: {message}."),
            raw.SQLITE_CANTOPEN => OperationProblem.Unavailable($"The store's file cannot be opened: {message}."),
            raw.SQLITE_READONLY => OperationProblem.Unavailable($"The store's file is read-only: {message}."),
            raw.SQLITE_BUSY => OperationProblem.Unavailable($"Another process holds the store's file: {message}."),
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => OperationProblem.Unavailable($"The store's file is damaged: {message}."),
            _ => new InvalidOperationException($"SQLite answered {code}: {message}"),
        };
    }
}
