using GenoMed.Fhir.Store.Postgres;
using Npgsql;

namespace GenoMed.Fhir.Store.Benchmarks;

/// <summary>Both shapes into PostgreSQL, each into a schema of its own, dropped at the end.</summary>
internal static class PostgresRun
{
    public static async Task<IReadOnlyList<WriteResult>> RunAsync(string server, IReadOnlyList<byte[]> observations, int clients, TimeProvider time)
    {
        var warm = observations.Take(2_000).ToList();
        await InAsync(server, time, (store, _) => StoreWriter.TransactionsAsync(store, warm, clients, time));
        var (transactions, rows) = await InAsync(server, time, async (store, schema)
            => (await StoreWriter.TransactionsAsync(store, observations, clients, time), BarePostgres.Read(schema)));
        var import = await InAsync(server, time, (store, _) => StoreWriter.ImportAsync(store, observations, time));
        var perResource = rows.Sum(group => group.Count()) / (double)observations.Count;
        return
        [
            await ResultAsync("transactions", transactions, StoreWriter.PerTransaction, clients),
            await ResultAsync("import", import, Import.StoreImport.DefaultBatchSize, 1),
        ];

        async Task<WriteResult> ResultAsync(string shape, double seconds, int perCommit, int connections)
        {
            var bare = await InAsync(server, time, (_, schema) => BarePostgres.WriteAsync(schema, rows, perCommit, connections, time));
            return new WriteResult("postgres", shape, observations.Count, perResource, observations.Count / seconds, observations.Count / bare);
        }
    }

    private static async Task<T> InAsync<T>(string server, TimeProvider time, Func<IResourceStore, string, Task<T>> work)
    {
        var schema = "bench_" + Guid.NewGuid().ToString("N");
        var there = new NpgsqlConnectionStringBuilder(server) { SearchPath = schema }.ConnectionString;
        await ExecuteAsync(server, $"CREATE SCHEMA {schema}");
        try
        {
            using var store = PostgresResourceStore.Open(new PostgresStoreOptions(there), time);
            return await work(store, there);
        }
        finally
        {
            await ExecuteAsync(server, $"DROP SCHEMA {schema} CASCADE");
        }
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
