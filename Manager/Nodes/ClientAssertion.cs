using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>The signed statement of who asks (SMART App Launch 2.2, "client authentication: asymmetric").</summary>
internal static class ClientAssertion
{
    /// <summary>The specification allows five minutes at most.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(4);

    public static string Create(ClientIdentity identity, Uri tokenEndpoint, TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = identity.ClientId,
            Subject = new ClaimsIdentity([new Claim("sub", identity.ClientId), new Claim("jti", Guid.NewGuid().ToString("N"))]),
            Audience = tokenEndpoint.AbsoluteUri,
            IssuedAt = now,
            Expires = now + Lifetime,
            SigningCredentials = identity.Key.Signing,
        });
    }
}
