using GenoMed.Fhir.Store.Commits;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>The table <c>used_key</c>, inside the transaction of its caller.</summary>
internal sealed class UsedKeyWriter(SqliteSession session, TimeProvider time)
{
    private readonly SqliteStatement _forget = session.Prepare("DELETE FROM used_key WHERE expires < ?1");
    private readonly SqliteStatement _use = session.Prepare("INSERT INTO used_key (key, expires) VALUES (?1, ?2) ON CONFLICT DO NOTHING RETURNING 1");

    /// <returns>Whether the key had not been used.</returns>
    public bool TryUse(PendingUse use)
    {
        _forget.Bind(1, time.GetUtcNow().ToUnixTimeMilliseconds()).Execute();
        return _use.Bind(1, use.Key).Bind(2, use.Expires).All(static _ => true).Count == 1;
    }
}
