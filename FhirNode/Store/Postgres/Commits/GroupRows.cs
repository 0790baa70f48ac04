using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Index;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>Everything that a transaction writes, gathered by table.</summary>
internal sealed class GroupRows(PostgresSymbols symbols, IResourceIndexer indexer)
{
    // Below it one exchange with all statements is faster than COPY's two for each table.
    private const int CopyFrom = 256;

    private readonly VersionRows _versions = new();
    private readonly ResourceRows _resources = new();
    private readonly IndexRows _added = new(symbols);
    private readonly IndexRows _removed = new(symbols);

    public static GroupRows Of(GroupPlan plan, PostgresSymbols symbols, IResourceIndexer indexer)
    {
        var rows = new GroupRows(symbols, indexer);
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
            _resources.Add(after.Current, symbols.Number(key.ResourceType), key.Id);
            _added.Add(after.Current.Rid, after.Rows);
            return;
        }

        _resources.Change(after.Current);
        var old = RowsOf(before).ToHashSet();
        _added.Add(after.Current.Rid, after.Rows.Where(row => !old.Contains(row)));
        old.ExceptWith(after.Rows);
        _removed.Add(after.Current.Rid, old);
    }

    private IReadOnlyList<IndexRow> RowsOf(StoredState state)
        => state.Body is { } body ? indexer.Extract(Resource.FromTrusted(body)) : [];
}
