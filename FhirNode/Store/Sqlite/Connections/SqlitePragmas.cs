namespace GenoMed.Fhir.Store.Sqlite.Connections;

/// <summary>The settings of the connections.</summary>
internal static class SqlitePragmas
{
    /// <summary>How long a connection waits for another's lock, in milliseconds.</summary>
    public const string Wait = "PRAGMA busy_timeout = 5000";

    public static IEnumerable<string> Writer(SqliteStoreOptions options)
    {
        yield return Wait;
        yield return "PRAGMA journal_mode = WAL";
        yield return options.SurvivePowerLoss ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL";
        yield return $"PRAGMA cache_size = -{options.WriterCacheMebibytes * 1024}";

        // A checkpoint writes each changed page once, however often it changed since the last one: fewer is cheaper.
        yield return "PRAGMA wal_autocheckpoint = 8000";
        // What a savepoint may take back stays in memory: else each commit of more than 64 KiB makes and deletes a file.
        yield return "PRAGMA temp_store = MEMORY";

        // What is deleted (rows of the index after an update, everything of a purged resource) is overwritten with zeros.
        yield return "PRAGMA secure_delete = ON";
        if (options.MaximumPages is { } pages)
        {
            yield return $"PRAGMA max_page_count = {pages}";
        }
    }

    public static IEnumerable<string> Reader(SqliteStoreOptions options) =>
    [
        Wait,
        "PRAGMA query_only = ON",
        $"PRAGMA cache_size = -{options.ReaderCacheMebibytes * 1024}",
        "PRAGMA mmap_size = 268435456",
    ];
}
