using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Index;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>Everything that a transaction writes, gathered by table.</summary>
internal sealed class GroupRows
{
    // Below it one exchange with all statements is faster than COPY's two for each table.
    private const int CopyFrom = 256;

    // So many new resources are worth a COPY of each table.
    private const int EncodeFrom = 64;

    private readonly CopyTables? _encoded;
    private readonly VersionRows _versions = new();
    private readonly ResourceRows _resources = new();
    private readonly PostgresSymbols _symbols;
    private readonly IResourceIndexer _indexer;
    private readonly IndexRows _added;
    private readonly IndexRows _removed;

    public GroupRows(PostgresSymbols symbols, IResourceIndexer indexer, bool encoded = false)
    {
        (_symbols, _indexer, _encoded) = (symbols, indexer, encoded ? new CopyTables() : null);
        (_added, _removed) = (new IndexRows(symbols), new IndexRows(symbols));
    }

    public static GroupRows Of(GroupPlan plan, PostgresSymbols symbols, IResourceIndexer indexer)
    {
        var rows = new GroupRows(symbols, indexer, plan.Changes.Count(change => change.Before is null) >= EncodeFrom);
        foreach (var (vid, rid, version) in plan.Versions)
        {
            rows._versions.Add(vid, rid, version);
        }

        foreach (var (key, before, after) in plan.Changes)
        {
            rows.Add(key, before, after);
        }

        return rows;
    }

    /// <summary>Removes the index rows of a resource. They are found by extracting its body again.</summary>
    public void Erase(StoredState state) => _removed.Add(state.Current.Rid, RowsOf(state));

    /// <summary>Writes the rows and ends the transaction, with few rows in one exchange.</summary>
    public void Commit(NpgsqlConnection connection, params IEnumerable<NpgsqlBatchCommand> others)
    {
        _encoded?.Copy(connection);
        using var batch = new NpgsqlBatch(connection);
        Each(_removed.Tables, rows => batch.BatchCommands.Add(rows.Delete()));
        Each([_resources.Changed], rows => batch.BatchCommands.Add(rows.Update()));
        Each([_versions, _resources.Added, .. _added.Tables], rows =>
        {
            if (rows.Count < CopyFrom)
            {
                batch.BatchCommands.Add(rows.Insert());
            }
            else
            {
                rows.Copy(connection);
            }
        });
        foreach (var other in others)
        {
            batch.BatchCommands.Add(other);
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        batch.ExecuteNonQuery();
    }

    private static void Each(IEnumerable<TableRows> tables, Action<TableRows> write)
    {
        foreach (var rows in tables.Where(rows => rows.Count > 0))
        {
            write(rows);
        }
    }

    private void Add(ResourceKey key, StoredState? before, PlannedState after)
    {
        if (before is null)
        {
            _resources.Add(after.Current, _symbols.Number(key.ResourceType), key.Id);
            AddNew(after);
            return;
        }

        _resources.Change(after.Current);
        var old = RowsOf(before).ToHashSet();
        _added.Add(after.Current.Rid, after.Write.Rows.Where(row => !old.Contains(row)));
        old.ExceptWith(after.Write.Rows);
        _removed.Add(after.Current.Rid, old);
    }

    private void AddNew(PlannedState added)
    {
        if (_encoded is null)
        {
            _added.Add(added.Current.Rid, added.Write.Rows);
            return;
        }

        var rows = added.Write is EncodedWrite { Encoded: var encoded } ? encoded : EncodedRows.Of(added.Write.Rows, _symbols);
        rows.AddTo(_encoded, added.Current.Rid);
    }

    private IReadOnlyList<IndexRow> RowsOf(StoredState state)
        => state.Body is { } body ? _indexer.Extract(Resource.FromTrusted(body)) : [];
}
