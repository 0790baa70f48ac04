using System.Collections.Concurrent;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>
/// Remembers who a verified token belongs to until it expires. Verifying costs half a millisecond (ES384), making a principal
/// of it and reading its scopes more than a read from the store.
/// </summary>
internal sealed class CallerCache(TimeProvider time)
{
    private const int MaxRemembered = 4096;
    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Expires)> _callers = new(StringComparer.Ordinal);

    /// <summary>The caller of an Authorization header that was verified before and has not expired; else null.</summary>
    public Caller? Find(string authorization)
    {
        if (!_callers.TryGetValue(authorization, out var known))
        {
            return null;
        }

        if (known.Expires > time.GetUtcNow())
        {
            return known.Caller;
        }

        _callers.TryRemove(authorization, out _);
        return null;
    }

    public void Remember(string authorization, Caller caller, DateTimeOffset expires)
    {
        if (_callers.Count >= MaxRemembered)
        {
            _callers.Clear();
        }

        _callers[authorization] = (caller, expires);
    }
}
