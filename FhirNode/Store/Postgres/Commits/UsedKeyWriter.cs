using GenoMed.Fhir.Store.Postgres.Connections;
using Npgsql;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>The table <c>used_key</c>. Who inserts a key first is decided by the server, whichever process asks.</summary>
internal sealed class UsedKeyWriter(NpgsqlDataSource source, TimeProvider time)
{
    // Another process may be removing the same rows: those are left to it.
    private const string Forget = "DELETE FROM used_key WHERE key IN (SELECT key FROM used_key WHERE expires < $1 FOR UPDATE SKIP LOCKED)";
    private const string Use = "INSERT INTO used_key (key, expires) VALUES ($1, $2) ON CONFLICT DO NOTHING";

    public async Task<bool> TryUseAsync(string key, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        try
        {
            await using var forget = source.CreateCommand(Forget).With(time.GetUtcNow().ToUnixTimeMilliseconds());
            await forget.ExecuteNonQueryAsync(cancellationToken);
            await using var use = source.CreateCommand(Use).With(key, expires.ToUnixTimeMilliseconds());
            return await use.ExecuteNonQueryAsync(cancellationToken) == 1;
        }
        catch (Exception e) when (PostgresFailure.Of(e) is var problem && problem != e)
        {
            throw PostgresFailure.Of(e);
        }
    }
}
