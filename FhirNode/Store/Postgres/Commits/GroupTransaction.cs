using GenoMed.Fhir.Store.Commits;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>
/// A transaction that holds the clock. Its first exchange takes the clock, the numbers of its versions and the current
/// state of the resources that it will touch.
/// </summary>
internal sealed class GroupTransaction
{
    private const string TakeClock =
        "UPDATE commit_clock SET vid = vid + $1, updated = greatest(updated, $2) RETURNING vid - $1, updated, pg_current_xact_id()::text";

    private const string Touched = """
        SELECT k.n, r.rid, r.version, r.vid, r.updated, v.method, v.body
        FROM unnest($1::integer[], $2::text[]) WITH ORDINALITY AS k (type, id, n)
        JOIN resource r ON r.type = k.type AND r.id = k.id JOIN version v ON v.vid = r.vid
        """;

    private GroupTransaction(long lastVid, long now, string number, IReadOnlyDictionary<ResourceKey, StoredState> stored)
        => (LastVid, Now, Number, Stored) = (lastVid, now, number, stored);

    /// <summary>The greatest vid before this transaction.</summary>
    public long LastVid { get; }

    /// <summary>The time of its versions, in milliseconds since 1970.</summary>
    public long Now { get; }

    /// <summary>The server's number of the transaction.</summary>
    public string Number { get; }

    public IReadOnlyDictionary<ResourceKey, StoredState> Stored { get; }

    /// <param name="connection">Not in a transaction.</param>
    /// <param name="keys">The resources that will be touched, and the numbers of their types.</param>
    /// <param name="versions">How many versions it may make.</param>
    /// <param name="now">This process' time.</param>
    public static GroupTransaction Begin(NpgsqlConnection connection, IReadOnlyList<(int Type, ResourceKey Key)> keys, int versions, long now)
    {
        using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
        batch.BatchCommands.Add(Command(TakeClock, new NpgsqlParameter<long> { TypedValue = versions }, new NpgsqlParameter<long> { TypedValue = now }));
        batch.BatchCommands.Add(Command(
            Touched,
            new NpgsqlParameter<int[]> { TypedValue = [.. keys.Select(key => key.Type)] },
            new NpgsqlParameter<string[]> { TypedValue = [.. keys.Select(key => key.Key.Id)] }));
        using var reader = batch.ExecuteReader();
        reader.Read();
        var (lastVid, time, number) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2));
        reader.NextResult();
        return new GroupTransaction(lastVid, time, number, ReadStates(reader, keys));
    }

    private static Dictionary<ResourceKey, StoredState> ReadStates(NpgsqlDataReader reader, IReadOnlyList<(int Type, ResourceKey Key)> keys)
    {
        var states = new Dictionary<ResourceKey, StoredState>();
        while (reader.Read())
        {
            var current = new CurrentVersion(reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), (StoreMethod)reader.GetInt32(5));
            var body = reader.IsDBNull(6) ? (ReadOnlyMemory<byte>?)null : reader.GetFieldValue<byte[]>(6);
            states[keys[(int)reader.GetInt64(0) - 1].Key] = new StoredState(current, body);
        }

        return states;
    }

    private static NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters);
        return command;
    }
}
