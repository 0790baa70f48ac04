using GenoMed.Fhir.Store.Index;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>Rows of the index, by table.</summary>
internal sealed class IndexRows(PostgresSymbols symbols)
{
    private readonly Dictionary<SearchKind, IndexTableRows> _tables = [];

    public IEnumerable<TableRows> Tables => _tables.Values;

    public void Add(long rid, IEnumerable<IndexRow> rows)
    {
        foreach (var row in rows)
        {
            if (!_tables.TryGetValue(row.Kind, out var table))
            {
                table = IndexTableRows.Of(row.Kind, symbols);
                _tables.Add(row.Kind, table);
            }

            table.Add(rid, row);
        }
    }
}
