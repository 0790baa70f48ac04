using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Options;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>Signs access tokens and says how they are checked.</summary>
internal sealed class TokenIssuer(NodeKey key, NodeAddress address, IOptions<NodeOptions> options, TimeProvider time)
{
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public int LifetimeSeconds => options.Value.Limits.TokenLifetimeSeconds;

    public string Issue(string clientId, string scopes)
    {
        var now = time.GetUtcNow();
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = address.BaseUrl,
            Audience = address.BaseUrl,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = now.AddSeconds(LifetimeSeconds).UtcDateTime,
            SigningCredentials = key.Credentials,
            Claims = new Dictionary<string, object> { ["sub"] = clientId, ["scope"] = scopes, ["jti"] = Guid.NewGuid().ToString("N") },
        });
    }

    /// <summary>An access token counts here only: issuer and audience are this node's base URL.</summary>
    public TokenValidationParameters Validation() => new()
    {
        IssuerValidator = (issuer, _, _) => issuer == address.BaseUrl ? issuer : throw new SecurityTokenInvalidIssuerException("The token was issued elsewhere."),
        AudienceValidator = (audiences, _, _) => audiences.Contains(address.BaseUrl),
        IssuerSigningKey = key.SecurityKey,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha384],
        ClockSkew = TimeSpan.Zero,
        LifetimeValidator = (_, expires, _, _) => expires > time.GetUtcNow().UtcDateTime,
        NameClaimType = "sub",
    };
}
