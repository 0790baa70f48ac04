using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Options;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>
/// Checks a client's signed assertion by SMART Backend Services ("Authenticating to the token endpoint"): signature by a
/// registered key, issuer and subject are the client, audience is the token URL, five minutes at most, used once.
/// </summary>
internal sealed class AssertionValidator(IOptions<NodeOptions> options, NodeAddress address, AssertionIds ids, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);
    private static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.RsaSha384];

    private readonly JsonWebTokenHandler _handler = new();
    private readonly Dictionary<string, (NodeClient Client, IReadOnlyList<SecurityKey> Keys)> _clients
        = options.Value.Clients.ToDictionary(client => client.ClientId, client => (client, ClientKeys.Read(client)), StringComparer.Ordinal);

    /// <exception cref="OAuthProblem">Each reason is named, because a steward has to mend it.</exception>
    public async Task<NodeClient> ValidateAsync(string assertion, CancellationToken cancellationToken)
    {
        var claimed = Read(assertion);
        if (claimed.Issuer is null || !_clients.TryGetValue(claimed.Issuer, out var known))
        {
            throw OAuthProblem.Client($"No client '{claimed.Issuer}' is registered at this node.");
        }

        var result = await _handler.ValidateTokenAsync(assertion, Parameters(claimed.Issuer, known.Keys));
        if (!result.IsValid)
        {
            throw OAuthProblem.Client(Reason(result.Exception));
        }

        CheckClaims(claimed);
        await UseAsync(claimed, cancellationToken);
        return known.Client;
    }

    private JsonWebToken Read(string assertion)
    {
        try
        {
            return _handler.ReadJsonWebToken(assertion);
        }
        catch (ArgumentException)
        {
            throw OAuthProblem.Client("client_assertion is not a signed JWT.");
        }
    }

    private TokenValidationParameters Parameters(string clientId, IReadOnlyList<SecurityKey> keys) => new()
    {
        ValidIssuer = clientId,
        ValidAudience = address.TokenUrl,
        IssuerSigningKeys = keys,
        ValidAlgorithms = Algorithms,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        ClockSkew = Skew,
        LifetimeValidator = (notBefore, expires, _, _) => InTime(notBefore, expires),
    };

    private bool InTime(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow();
        return expires is { } end && end > (now - Skew).UtcDateTime && (notBefore ?? DateTime.MinValue) <= (now + Skew).UtcDateTime;
    }

    private void CheckClaims(JsonWebToken claimed)
    {
        if (claimed.Subject != claimed.Issuer)
        {
            throw OAuthProblem.Client("sub must equal iss: both are the client_id.");
        }

        if (claimed.ValidTo > (time.GetUtcNow() + Longest + Skew).UtcDateTime)
        {
            throw OAuthProblem.Client("exp lies more than five minutes ahead.");
        }
    }

    private async Task UseAsync(JsonWebToken claimed, CancellationToken cancellationToken)
    {
        if (claimed.Id is not { Length: > 0 } jti || !await ids.TryUseAsync(claimed.Issuer, jti, new DateTimeOffset(claimed.ValidTo) + Skew, cancellationToken))
        {
            throw OAuthProblem.Client("jti is missing or was used before.");
        }
    }

    private string Reason(Exception fault) => fault switch
    {
        SecurityTokenInvalidAudienceException => $"aud must be {address.TokenUrl}.",
        SecurityTokenInvalidLifetimeException => "The assertion is expired or not valid yet.",
        SecurityTokenNoExpirationException => "The assertion has no exp.",
        SecurityTokenInvalidAlgorithmException => "The assertion must be signed with ES384 or RS384.",
        _ => "The signature matches none of the client's registered keys (ES384 or RS384).",
    };
}
