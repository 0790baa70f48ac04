using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Commits;

namespace GenoMed.Fhir.Store.Sqlite.Commits;

/// <summary>Applies the writes of one commit in order, inside the transaction of its caller.</summary>
internal sealed class CommitWriter(SymbolTable symbols, VersionWriter versions, IndexWriter index, TimeProvider time)
{
    private long _latest;

    public IReadOnlyList<StoredResource> Write(IReadOnlyList<PreparedWrite> writes)
    {
        // Commit times never go back, even when the clock does: history and _lastUpdated follow the commits.
        _latest = Math.Max(_latest, time.GetUtcNow().ToUnixTimeMilliseconds());
        var results = new StoredResource[writes.Count];
        try
        {
            for (var i = 0; i < results.Length; i++)
            {
                results[i] = WriteOne(writes[i], _latest);
            }

            index.Flush();
            return results;
        }
        catch
        {
            index.Discard();
            throw;
        }
    }

    private StoredResource WriteOne(PreparedWrite prepared, long now)
    {
        var write = prepared.Write;
        var type = symbols.Find(write.ResourceType);
        var current = versions.Find(type, write.Id);
        WriteConflicts.Refuse(write, current);
        if (write.Method == StoreMethod.Delete)
        {
            return Delete(write, type, current, now);
        }

        return current is { IsDeleted: false } known && Unchanged(prepared, known) is { } same
            ? same
            : Put(prepared, type, current, now);
    }

    private StoredResource? Unchanged(PreparedWrite prepared, CurrentVersion current)
    {
        var write = prepared.Write;
        var updated = DateTimeOffset.FromUnixTimeMilliseconds(current.Updated);
        var body = versions.Body(current.Vid)!;
        return ContentComparer.Same(body, prepared.AsVersion(current.Version, updated).Json.Span)
            ? new StoredResource(write.ResourceType, write.Id, current.Version, updated, current.Method, Resource.FromTrusted(body)) { Changed = false }
            : null;
    }

    private StoredResource Put(PreparedWrite prepared, long type, CurrentVersion? current, long now)
    {
        var write = prepared.Write;
        var version = (current?.Version ?? 0) + 1;
        var updated = DateTimeOffset.FromUnixTimeMilliseconds(now);
        var resource = prepared.AsVersion(version, updated);
        var rid = versions.Add(new NewVersion(type, write.Id, version, write.Method, now, resource.Json), current);
        index.Replace(rid, current is { IsDeleted: false } old ? versions.Body(old.Vid) : null, prepared);
        return new StoredResource(write.ResourceType, write.Id, version, updated, write.Method, resource);
    }

    private StoredResource Delete(StoreWrite write, long type, CurrentVersion? current, long now)
    {
        if (current is null or { IsDeleted: true })
        {
            return new StoredResource(write.ResourceType, write.Id, current?.Version ?? 0, DateTimeOffset.FromUnixTimeMilliseconds(current?.Updated ?? now), StoreMethod.Delete, null) { Changed = false };
        }

        var old = versions.Body(current.Vid);
        var rid = versions.Add(new NewVersion(type, write.Id, current.Version + 1, StoreMethod.Delete, now, null), current);
        index.Remove(rid, old);
        return new StoredResource(write.ResourceType, write.Id, current.Version + 1, DateTimeOffset.FromUnixTimeMilliseconds(now), StoreMethod.Delete, null);
    }
}
