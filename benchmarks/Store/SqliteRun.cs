using GenoMed.Fhir.Store.Sqlite;

namespace GenoMed.Fhir.Store.Benchmarks;

/// <summary>Both shapes into SQLite files, flushed at every commit.</summary>
internal static class SqliteRun
{
    public static async Task<IReadOnlyList<WriteResult>> RunAsync(string folder, IReadOnlyList<byte[]> observations, int clients, TimeProvider time)
    {
        var warm = observations.Take(2_000).ToList();
        await InAsync(Path.Combine(folder, "warm.db"), time, store => StoreWriter.TransactionsAsync(store, warm, clients, time));
        var transactions = await InAsync(Path.Combine(folder, "store.db"), time, store => StoreWriter.TransactionsAsync(store, observations, clients, time));
        var import = await InAsync(Path.Combine(folder, "import.db"), time, store => StoreWriter.ImportAsync(store, observations, time));
        var rows = BareSqlite.Read(Path.Combine(folder, "store.db"));
        var perResource = rows.Sum(group => group.Count()) / (double)observations.Count;
        return
        [
            Result("transactions", transactions, StoreWriter.PerTransaction),
            Result("import", import, Import.StoreImport.DefaultBatchSize),
        ];

        WriteResult Result(string shape, double seconds, int perCommit)
        {
            var bare = BareSqlite.Write(Path.Combine(folder, $"bare-{shape}.db"), Path.Combine(folder, "store.db"), rows, perCommit, time);
            return new WriteResult("sqlite", shape, observations.Count, perResource, observations.Count / seconds, observations.Count / bare);
        }
    }

    private static async Task<double> InAsync(string file, TimeProvider time, Func<IResourceStore, Task<double>> write)
    {
        using var store = SqliteResourceStore.Open(new SqliteStoreOptions(file), time);
        return await write(store);
    }
}
