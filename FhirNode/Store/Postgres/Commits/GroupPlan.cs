using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store.Commits;
using GenoMed.Fhir.Store.Index;

namespace GenoMed.Fhir.Store.Postgres.Commits;

/// <summary>
/// What a group of commits makes of the resources that it touches, worked out in memory while the transaction holds the
/// clock: nobody else can commit meanwhile, so what was read stays true, and the rows go to the server all at once.
/// </summary>
internal sealed class GroupPlan(IReadOnlyDictionary<ResourceKey, StoredState> stored, long lastVid, long now, PostgresSymbols symbols)
{
    private readonly Dictionary<ResourceKey, PlannedState> _planned = [];
    private readonly List<(long Vid, long Rid, NewVersion Version)> _versions = [];
    private long _lastVid = lastVid;

    public IEnumerable<(ResourceKey Key, StoredState? Before, PlannedState After)> Changes
        => _planned.Select(planned => (planned.Key, stored.GetValueOrDefault(planned.Key), planned.Value));

    public IReadOnlyList<(long Vid, long Rid, NewVersion Version)> Versions => _versions;

    /// <summary>Adds a commit, or nothing of it when one of its writes is refused.</summary>
    public IReadOnlyList<StoredResource> Add(IReadOnlyList<PreparedWrite> writes)
    {
        var before = new List<(ResourceKey Key, PlannedState? State)>();
        var versions = _versions.Count;
        try
        {
            return [.. writes.Select(write => Add(write, before))];
        }
        catch
        {
            _versions.RemoveRange(versions, _versions.Count - versions);
            Restore(before);
            throw;
        }
    }

    private StoredResource Add(PreparedWrite prepared, List<(ResourceKey Key, PlannedState? State)> before)
    {
        var write = prepared.Write;
        var key = new ResourceKey(write.ResourceType, write.Id);
        var planned = _planned.GetValueOrDefault(key);
        var (current, body) = planned is null
            ? stored.GetValueOrDefault(key) is { } found ? (found.Current, found.Body) : (null, null)
            : (planned.Current, planned.Body);
        WriteConflicts.Refuse(write, current);
        if (Same(prepared, current, body) is { } same)
        {
            return same;
        }

        before.Add((key, planned));
        return Put(prepared, key, current);
    }

    private StoredResource? Same(PreparedWrite prepared, CurrentVersion? current, ReadOnlyMemory<byte>? body)
    {
        var write = prepared.Write;
        var updated = Time(current?.Updated ?? now);
        if (write.Method == StoreMethod.Delete)
        {
            return current is null or { IsDeleted: true }
                ? new StoredResource(write.ResourceType, write.Id, current?.Version ?? 0, updated, StoreMethod.Delete, null) { Changed = false }
                : null;
        }

        return current is not null && body is { } content && ContentComparer.Same(content.Span, prepared.AsVersion(current.Version, updated).Json.Span)
            ? new StoredResource(write.ResourceType, write.Id, current.Version, updated, current.Method, Resource.FromTrusted(content)) { Changed = false }
            : null;
    }

    private StoredResource Put(PreparedWrite prepared, ResourceKey key, CurrentVersion? current)
    {
        var vid = ++_lastVid;
        var version = (current?.Version ?? 0) + 1;
        var method = prepared.Write.Method;
        var resource = method == StoreMethod.Delete ? null : prepared.AsVersion(version, Time(now));
        var next = new CurrentVersion(current?.Rid ?? vid, version, vid, now, method);
        _versions.Add((vid, next.Rid, new NewVersion(symbols.Number(key.ResourceType), key.Id, version, method, now, resource?.Json)));
        _planned[key] = new PlannedState(next, resource?.Json, prepared);
        return new StoredResource(key.ResourceType, key.Id, version, Time(now), method, resource);
    }

    private void Restore(List<(ResourceKey Key, PlannedState? State)> before)
    {
        for (var i = before.Count - 1; i >= 0; i--)
        {
            if (before[i].State is { } state)
            {
                _planned[before[i].Key] = state;
            }
            else
            {
                _planned.Remove(before[i].Key);
            }
        }
    }

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
