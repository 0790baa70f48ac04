using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenoMed.Fhir.Http.Benchmarks;

/// <summary>The registered client: its key, and how it gets a token (SMART Backend Services).</summary>
internal sealed class BenchClient
{
    public const string Id = "bench";
    public const string Scopes = "system/*.cruds";

    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP384)) { KeyId = "bench-key" };

    public string Jwks
    {
        get
        {
            var jwk = JsonWebKeyConverter.ConvertFromSecurityKey(_key);
            return JsonSerializer.Serialize(new { keys = new[] { new { kty = jwk.Kty, kid = jwk.Kid, crv = jwk.Crv, x = jwk.X, y = jwk.Y, alg = "ES384" } } });
        }
    }

    public async Task<string> TokenAsync(string baseUrl)
    {
        using var http = new HttpClient();
        var url = baseUrl + "/auth/token";
        using var response = await http.PostAsync(new Uri(url), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = Assertion(url),
        }));
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    private string Assertion(string url) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Id,
        Audience = url,
        Expires = TimeProvider.System.GetUtcNow().AddMinutes(2).UtcDateTime,
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha384),
        Claims = new Dictionary<string, object> { ["sub"] = Id, ["jti"] = Guid.NewGuid().ToString() },
    });
}
