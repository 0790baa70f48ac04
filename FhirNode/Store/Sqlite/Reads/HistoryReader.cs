using System.Globalization;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Sql;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Reads;

/// <summary>Pages of versions in the order of commits, newest first; the cursor is the last vid seen.</summary>
internal static class HistoryReader
{
    public static HistoryPage Read(SqliteSession session, SymbolTable symbols, HistoryQuery query)
    {
        var filter = Filter(query);
        var total = !query.WithTotal ? 0 : Bind(session.Prepare($"SELECT count(*) FROM version v{filter}"), symbols, query).Single(row => row.Long(0));
        List<(StoredResource Version, long Vid)> rows = query.Count == 0 ? [] : Bind(session.Prepare(
            $"SELECT {VersionRow.Columns} FROM version v CROSS JOIN resource r ON r.rid = v.rid{filter} AND v.vid < ?4 ORDER BY v.vid DESC LIMIT ?5"), symbols, query)
            .Bind(4, Position(query.Cursor))
            .Bind(5, query.Count + 1L)
            .All(row => (VersionRow.Take(row, symbols), row.Long(VersionRow.ColumnCount - 1)));
        var page = rows.Take(query.Count).ToList();
        var next = rows.Count > page.Count ? page[^1].Vid.ToString(CultureInfo.InvariantCulture) : null;
        return new HistoryPage([.. page.Select(row => row.Version)], total, next);
    }

    private static string Filter(HistoryQuery query) => (query.ResourceType, query.Id) switch
    {
        (not null, not null) => " WHERE v.rid = (SELECT rid FROM resource WHERE type = ?1 AND id = ?2) AND v.updated >= ?3",
        (not null, null) => " WHERE v.type = ?1 AND v.updated >= ?3",
        _ => " WHERE v.updated >= ?3",
    };

    private static SqliteStatement Bind(SqliteStatement statement, SymbolTable symbols, HistoryQuery query)
    {
        if (query.ResourceType is { } type)
        {
            statement.Bind(1, symbols.Find(type));
        }

        if (query.Id is { } id)
        {
            statement.Bind(2, id);
        }

        return statement.Bind(3, query.Since?.ToUnixTimeMilliseconds() ?? 0);
    }

    private static long Position(string? cursor)
    {
        if (cursor is null)
        {
            return long.MaxValue;
        }

        return long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var vid)
            ? vid
            : throw OperationProblem.Invalid("The page's cursor is not one that this server gave out.", "_cursor");
    }
}
