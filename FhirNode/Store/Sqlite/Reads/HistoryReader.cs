using GenoMed.Fhir.Store.Sql;
using GenoMed.Fhir.Store.Sqlite.Connections;
using GenoMed.Fhir.Store.Sqlite.Search;

namespace GenoMed.Fhir.Store.Sqlite.Reads;

/// <summary>Pages of versions.</summary>
internal static class HistoryReader
{
    public static HistoryPage Read(SqliteSession session, SymbolTable symbols, HistoryQuery query)
    {
        var sql = new HistorySql(query, symbols, SqliteDialect.Instance);
        var total = !query.WithTotal ? 0 : session.Prepare(sql.Total.Text).BindAll(sql.Total.Values).Single(row => row.Long(0));
        var rows = query.Count == 0 ? [] : session.Prepare(sql.Page.Text).BindAll(sql.Page.Values)
            .All(row => (VersionRow.Take(row, symbols), row.Long(VersionRow.ColumnCount - 1)));
        return sql.Read(rows, total);
    }
}
