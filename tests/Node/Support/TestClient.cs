using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using GenoMed.Fhir.Node.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenoMed.Fhir.Node.Tests.Support;

/// <summary>A registered client with its private key.</summary>
public sealed class TestClient
{
    private readonly SigningCredentials _credentials;

    public TestClient(string id, string scopes, bool rsa = false)
    {
        Id = id;
        var key = rsa ? (SecurityKey)new RsaSecurityKey(RSA.Create(2048)) : new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP384));
        key.KeyId = id + "-key";
        _credentials = new SigningCredentials(key, rsa ? SecurityAlgorithms.RsaSha384 : SecurityAlgorithms.EcdsaSha384);
        Registration = new NodeClient { ClientId = id, Jwks = Jwks(key), Scopes = scopes };
    }

    public string Id { get; }

    public NodeClient Registration { get; }

    public string Assertion(string tokenUrl, string? subject = null, string? jti = null, TimeSpan? lifetime = null, bool withIssuer = true) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = withIssuer ? Id : null,
        Audience = tokenUrl,
        Expires = TimeProvider.System.GetUtcNow().Add(lifetime ?? TimeSpan.FromMinutes(2)).UtcDateTime,
        SigningCredentials = _credentials,
        Claims = new Dictionary<string, object> { ["sub"] = subject ?? Id, ["jti"] = jti ?? Guid.NewGuid().ToString() },
    });

    public async Task<HttpResponseMessage> AskAsync(TestNode node, string? assertion = null, string? scope = null)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion ?? Assertion(node.Base + "auth/token"),
        };
        if (scope is not null)
        {
            form["scope"] = scope;
        }

        return await node.Client.PostAsync("auth/token", new FormUrlEncodedContent(form));
    }

    public async Task<(string Name, string Value)> TokenAsync(TestNode node, string? scope = null)
    {
        using var response = await AskAsync(node, scope: scope);
        var json = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(response.IsSuccessStatusCode, json.ToString());
        return ("Authorization", "Bearer " + json.GetProperty("access_token").GetString());
    }

    private static string Jwks(SecurityKey key)
    {
        var jwk = JsonWebKeyConverter.ConvertFromSecurityKey(key);
        return JsonSerializer.Serialize(new
        {
            keys = new[]
            {
                jwk.Kty == "EC"
                    ? (object)new { kty = jwk.Kty, kid = jwk.Kid, crv = jwk.Crv, x = jwk.X, y = jwk.Y, alg = "ES384" }
                    : new { kty = jwk.Kty, kid = jwk.Kid, n = jwk.N, e = jwk.E, alg = "RS384" },
            },
        });
    }
}
