using GenoMed.Fhir.Store.Commits;
using GenoMed.Fhir.Store.Sqlite.Connections;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>The tables <c>resource</c> and <c>version</c>, inside the transaction of its caller.</summary>
internal sealed class VersionWriter(SqliteSession session)
{
    private readonly SqliteStatement _find = session.Prepare(
        "SELECT r.rid, r.version, r.vid, r.updated, v.method FROM resource r JOIN version v ON v.vid = r.vid WHERE r.type = ?1 AND r.id = ?2");

    private readonly SqliteStatement _body = session.Prepare("SELECT body FROM version WHERE vid = ?1");

    private readonly SqliteStatement _insertVersion = session.Prepare(
        "INSERT INTO version (vid, rid, type, version, method, updated, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    private readonly SqliteStatement _insertResource = session.Prepare(
        "INSERT INTO resource (rid, version, vid, updated, deleted, type, id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    private readonly SqliteStatement _updateResource = session.Prepare(
        "UPDATE resource SET version = ?2, vid = ?3, updated = ?4, deleted = ?5 WHERE rid = ?1");

    // Only this thread writes to the file, so numbers are given here; those of a rolled back commit stay unused.
    private long _lastVid = LastVid(session);

    public CurrentVersion? Find(long type, string id)
    {
        var row = _find.Bind(1, type).Bind(2, id);
        var current = row.Step() ? new CurrentVersion(row.Long(0), row.Long(1), row.Long(2), row.Long(3), (StoreMethod)row.Long(4)) : null;
        row.Reset();
        return current;
    }

    public byte[]? Body(long vid)
    {
        _body.Bind(1, vid).Step();
        var body = _body.Blob(0);
        _body.Reset();
        return body;
    }

    /// <summary>Adds the version and makes it current; returns the resource's rid, which is the vid of its first version.</summary>
    public long Add(NewVersion added, CurrentVersion? current)
    {
        var vid = ++_lastVid;
        var rid = current?.Rid ?? vid;
        InsertVersion(vid, rid, added);
        (current is null ? _insertResource.Bind(6, added.Type).Bind(7, added.Id) : _updateResource)
            .Bind(1, rid)
            .Bind(2, added.Version)
            .Bind(3, vid)
            .Bind(4, added.Updated)
            .Bind(5, added.Body is null ? 1 : 0)
            .Execute();
        return rid;
    }

    private void InsertVersion(long vid, long rid, NewVersion added)
    {
        _insertVersion.Bind(1, vid).Bind(2, rid).Bind(3, added.Type).Bind(4, added.Version).Bind(5, (long)added.Method).Bind(6, added.Updated);
        (added.Body is { } body ? _insertVersion.Bind(7, body.Span) : _insertVersion.BindNull(7)).Execute();
    }

    private static long LastVid(SqliteSession session)
        => session.Prepare("SELECT coalesce(max(vid), 0) FROM version").Single(row => row.Long(0));
}
