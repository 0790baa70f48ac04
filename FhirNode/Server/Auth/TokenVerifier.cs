using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>
/// Checks a token's signature once and remembers whose it is until the token expires: an ES384 check costs
/// half a millisecond, more than a read from the store.
/// </summary>
internal sealed class TokenVerifier(TokenIssuer issuer, TimeProvider time)
{
    private const int MaxRemembered = 4096;
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly ConcurrentDictionary<string, (Caller Caller, DateTime Expires)> _valid = new(StringComparer.Ordinal);

    /// <summary>Whose token it is; null when it is not valid here or not any more.</summary>
    public ValueTask<Caller?> VerifyAsync(string token)
        => _valid.TryGetValue(token, out var known) && known.Expires > time.GetUtcNow().UtcDateTime
            ? ValueTask.FromResult<Caller?>(known.Caller)
            : CheckAsync(token);

    private async ValueTask<Caller?> CheckAsync(string token)
    {
        _valid.TryRemove(token, out _);
        var result = await _handler.ValidateTokenAsync(token, issuer.Validation());
        if (!result.IsValid || result.ClaimsIdentity.FindFirst("sub") is not { } subject)
        {
            return null;
        }

        var caller = new Caller(subject.Value, ScopeSet.Parse(result.ClaimsIdentity.FindFirst("scope")?.Value ?? string.Empty));
        Remember(token, caller, result.SecurityToken.ValidTo);
        return caller;
    }

    private void Remember(string token, Caller caller, DateTime expires)
    {
        if (_valid.Count >= MaxRemembered)
        {
            _valid.Clear();
        }

        _valid[token] = (caller, expires);
    }
}
