using Microsoft.Data.Sqlite;

namespace GenoMed.Fhir.Store.Benchmarks;

/// <summary>The same rows, index rows included, through prepared commands of Microsoft.Data.Sqlite alone, with the same commits.</summary>
internal static class BareSqlite
{
    private static readonly string[] Tables =
        ["version", "resource", "token_index", "string_index", "reference_index", "date_index", "number_index", "quantity_index", "uri_index", "composite_index"];

    /// <summary>Every row of a store's file, with the rid it belongs to.</summary>
    public static ILookup<long, (string Table, object[] Values)> Read(string file)
    {
        using var connection = Open(file);
        return Tables.SelectMany(table => ReadTable(connection, table)).ToLookup(row => row.Rid, row => (row.Table, row.Values));
    }

    /// <summary>Writes the rows of so many resources a transaction; returns the seconds.</summary>
    public static double Write(string file, string schemaOf, ILookup<long, (string Table, object[] Values)> rows, int perCommit, TimeProvider time)
    {
        using var connection = Open(file);
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000");
        Run(connection, Schema(schemaOf));
        var commands = Tables.ToDictionary(table => table, _ => (SqliteCommand?)null);
        var start = time.GetTimestamp();
        foreach (var chunk in rows.OrderBy(group => group.Key).Chunk(perCommit))
        {
            using var transaction = connection.BeginTransaction();
            foreach (var (table, values) in chunk.SelectMany(group => group))
            {
                Insert(commands[table] ??= Prepare(connection, table, values.Length), transaction, values);
            }

            transaction.Commit();
        }

        return time.GetElapsedTime(start).TotalSeconds;
    }

    private static IEnumerable<(long Rid, string Table, object[] Values)> ReadTable(SqliteConnection connection, string table)
    {
        using var command = new SqliteCommand($"SELECT rid, * FROM {table}", connection);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            yield return ((long)values[0], table, values[1..]);
        }
    }

    private static string Schema(string file)
    {
        using var connection = Open(file);

        // The tables that FTS5 keeps beside a full-text one (narrative_index_data, ...) come with it.
        using var command = new SqliteCommand("SELECT group_concat(sql, ';') FROM sqlite_schema WHERE sql IS NOT NULL AND NOT (type = 'table' AND name GLOB '*_index_*')", connection);
        return (string)command.ExecuteScalar()!;
    }

    private static void Insert(SqliteCommand command, SqliteTransaction transaction, object[] values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string table, int columns)
    {
        var marks = Enumerable.Range(1, columns).Select(i => $"$p{i}").ToList();
        var command = new SqliteCommand($"INSERT INTO {table} VALUES ({string.Join(", ", marks)})", connection);
        marks.ForEach(mark => command.Parameters.Add(new SqliteParameter { ParameterName = mark }));
        return command;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
