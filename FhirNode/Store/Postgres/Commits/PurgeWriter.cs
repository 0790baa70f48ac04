using GenoMed.Fhir.Store.Commits;
using GenoMed.Fhir.Store.Index;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>Erases resources in a transaction of its own.</summary>
internal sealed class PurgeWriter(PostgresSymbols symbols, IResourceIndexer indexer, TimeProvider time)
{
    public (string Number, GroupRows Rows, IReadOnlyList<NpgsqlBatchCommand> Deletes) Begin(NpgsqlConnection connection, PendingPurge purge)
    {
        var keys = purge.Resources.Distinct().Select(key => ((int)symbols.Find(key.ResourceType), key)).ToList();
        var transaction = GroupTransaction.Begin(connection, keys, 0, time.GetUtcNow().ToUnixTimeMilliseconds());
        var rows = new GroupRows(symbols, indexer);
        foreach (var state in transaction.Stored.Values)
        {
            rows.Erase(state);
        }

        var rids = transaction.Stored.Values.Select(state => state.Current.Rid).ToArray();
        purge.Succeeded(rids.Length);
        return (transaction.Number, rows, [Delete("version", rids), Delete("resource", rids)]);
    }

    private static NpgsqlBatchCommand Delete(string table, long[] rids)
    {
        var command = new NpgsqlBatchCommand($"DELETE FROM {table} WHERE rid = ANY($1)");
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = rids });
        return command;
    }
}
