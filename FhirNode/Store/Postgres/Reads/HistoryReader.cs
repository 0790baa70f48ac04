using GenoMed.Fhir.Store.Postgres.Search;
using GenoMed.Fhir.Store.Sql;

namespace GenoMed.Fhir.Store.Postgres.Reads;

/// <summary>Pages of versions.</summary>
internal static class HistoryReader
{
    public static async Task<HistoryPage> ReadAsync(ISqlReader reader, ISymbols symbols, HistoryQuery query, CancellationToken cancellationToken)
    {
        var sql = new HistorySql(query, symbols, PostgresDialect.Instance);
        var total = !query.WithTotal ? 0 : (await reader.QueryAsync(sql.Total, row => row.Long(0), cancellationToken))[0];
        var rows = query.Count == 0 ? [] : await reader.QueryAsync(
            sql.Page,
            row => (Version: VersionRow.Take(row, symbols), Vid: row.Long(VersionRow.ColumnCount - 1)),
            cancellationToken);
        return sql.Read(rows, total);
    }
}
