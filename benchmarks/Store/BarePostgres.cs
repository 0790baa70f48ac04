using Npgsql;
using NpgsqlTypes;

namespace GenoMed.Fhir.Store.Benchmarks;

/// <summary>The same rows, index rows included, by binary COPY of Npgsql alone, with the same commits.</summary>
internal static class BarePostgres
{
    private static readonly string[] Tables =
        ["version", "resource", "token_index", "string_index", "reference_index", "date_index", "number_index", "quantity_index", "uri_index", "composite_index"];

    /// <summary>Every row of a store, by the rid it belongs to, in the order of the rids.</summary>
    public static IReadOnlyList<IGrouping<long, (string Table, object[] Values)>> Read(string connectionString)
    {
        using var source = NpgsqlDataSource.Create(connectionString);
        return [.. Tables.SelectMany(table => ReadTable(source, table)).GroupBy(row => row.Rid, row => (row.Table, row.Values)).OrderBy(group => group.Key)];
    }

    /// <summary>Writes the rows into the empty tables of a store, of so many resources a transaction; returns the seconds.</summary>
    public static async Task<double> WriteAsync(
        string connectionString, IReadOnlyList<IGrouping<long, (string Table, object[] Values)>> rows, int perCommit, int connections, TimeProvider time)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var chunks = new System.Collections.Concurrent.ConcurrentQueue<ILookup<string, object[]>>(
            rows.Chunk(perCommit).Select(chunk => chunk.SelectMany(group => group).ToLookup(row => row.Table, row => row.Values)));
        var start = time.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => WriteChunks(source, chunks))));
        return time.GetElapsedTime(start).TotalSeconds;
    }

    private static void WriteChunks(NpgsqlDataSource source, System.Collections.Concurrent.ConcurrentQueue<ILookup<string, object[]>> chunks)
    {
        using var connection = source.OpenConnection();
        while (chunks.TryDequeue(out var chunk))
        {
            using var transaction = connection.BeginTransaction();
            foreach (var table in chunk)
            {
                Copy(connection, table);
            }

            transaction.Commit();
        }
    }

    private static void Copy(NpgsqlConnection connection, IGrouping<string, object[]> table)
    {
        using var to = connection.BeginBinaryImport($"COPY {table.Key} FROM STDIN (FORMAT BINARY)");
        foreach (var values in table)
        {
            to.StartRow();
            foreach (var value in values)
            {
                Write(to, value);
            }
        }

        to.Complete();
    }

    private static void Write(NpgsqlBinaryImporter to, object value)
    {
        switch (value)
        {
            case int number: to.Write(number, NpgsqlDbType.Integer); break;
            case long number: to.Write(number, NpgsqlDbType.Bigint); break;
            case double number: to.Write(number, NpgsqlDbType.Double); break;
            case string text: to.Write(text, NpgsqlDbType.Text); break;
            case byte[] bytes: to.Write(bytes, NpgsqlDbType.Bytea); break;
            default: to.WriteNull(); break;
        }
    }

    private static List<(long Rid, string Table, object[] Values)> ReadTable(NpgsqlDataSource source, string table)
    {
        using var command = source.CreateCommand($"SELECT rid, * FROM {table}");
        using var reader = command.ExecuteReader();
        List<(long Rid, string Table, object[] Values)> rows = [];
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(((long)values[0], table, values[1..]));
        }

        return rows;
    }
}
