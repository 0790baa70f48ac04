using System.Collections.Concurrent;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>Remembers each assertion's <c>jti</c> until it expires, so that it serves once (RFC 7523, section 3).</summary>
internal sealed class ReplayCache(TimeProvider time)
{
    private const int SweepEvery = 256;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private int _added;

    /// <summary>True the first time that the client uses this id.</summary>
    public bool TryUse(string clientId, string jti, DateTimeOffset expires)
    {
        if (Interlocked.Increment(ref _added) % SweepEvery == 0)
        {
            Sweep();
        }

        return _seen.TryAdd($"{clientId}\n{jti}", expires);
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var entry in _seen.Where(entry => entry.Value < now))
        {
            _seen.TryRemove(entry);
        }
    }
}
