using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>
/// Checks a token's signature once and remembers the result until the token expires: an ES384 check costs
/// half a millisecond, more than a read from the store.
/// </summary>
internal sealed class CachingTokenHandler(TimeProvider time) : TokenHandler
{
    private const int MaxRemembered = 4096;
    private readonly JsonWebTokenHandler _inner = new() { MapInboundClaims = false };
    private readonly ConcurrentDictionary<string, TokenValidationResult> _valid = new(StringComparer.Ordinal);

    public override SecurityToken ReadToken(string token) => _inner.ReadToken(token);

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        if (_valid.TryGetValue(token, out var known) && known.SecurityToken.ValidTo > time.GetUtcNow().UtcDateTime)
        {
            return known;
        }

        _valid.TryRemove(token, out _);
        var result = await _inner.ValidateTokenAsync(token, validationParameters);
        if (result.IsValid)
        {
            Remember(token, result);
        }

        return result;
    }

    private void Remember(string token, TokenValidationResult result)
    {
        if (_valid.Count >= MaxRemembered)
        {
            _valid.Clear();
        }

        _valid[token] = result;
    }
}
