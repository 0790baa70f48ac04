using System.Globalization;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store.Sql;

namespace GenoMed.Fhir.Store.Postgres.Reads;

/// <summary>Pages of versions in the order of commits, newest first; the cursor is the last vid seen.</summary>
internal static class HistoryReader
{
    public static async Task<HistoryPage> ReadAsync(ISqlReader reader, ISymbols symbols, HistoryQuery query, CancellationToken cancellationToken)
    {
        var (filter, values) = Filter(query, symbols);
        var total = !query.WithTotal ? 0 : (await reader.QueryAsync(new SqlQuery($"SELECT count(*) FROM version v{filter}", values), row => row.Long(0), cancellationToken))[0];
        var rows = query.Count == 0 ? [] : await reader.QueryAsync(
            Page(filter, [.. values, Position(query.Cursor), query.Count + 1L]),
            row => (Version: VersionRow.Take(row, symbols), Vid: row.Long(VersionRow.ColumnCount - 1)),
            cancellationToken);
        var page = rows.Take(query.Count).ToList();
        var next = rows.Count > page.Count ? page[^1].Vid.ToString(CultureInfo.InvariantCulture) : null;
        return new HistoryPage([.. page.Select(row => row.Version)], total, next);
    }

    private static SqlQuery Page(string filter, IReadOnlyList<object> values) => new(
        $"SELECT {VersionRow.Columns} FROM version v JOIN resource r ON r.rid = v.rid{filter} AND v.vid < ${values.Count - 1} ORDER BY v.vid DESC LIMIT ${values.Count}",
        values);

    private static (string Sql, IReadOnlyList<object> Values) Filter(HistoryQuery query, ISymbols symbols)
    {
        var since = query.Since?.ToUnixTimeMilliseconds() ?? 0;
        return (query.ResourceType, query.Id) switch
        {
            (string type, string id) => (" WHERE v.rid = (SELECT rid FROM resource WHERE type = $2 AND id = $3) AND v.updated >= $1", [since, symbols.Find(type), id]),
            (string type, null) => (" WHERE v.type = $2 AND v.updated >= $1", [since, symbols.Find(type)]),
            _ => (" WHERE v.updated >= $1", [since]),
        };
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
