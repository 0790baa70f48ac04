using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GenoMed.Fhir.Http.Benchmarks.Node;

/// <summary>A token by SMART Backend Services: a signed assertion (RFC 7523) for an access token.</summary>
internal static class AccessToken
{
    public static async Task<string> GetAsync(Uri baseUrl, ECDsa key, TimeProvider time)
    {
        using var http = new HttpClient();
        var endpoint = new Uri($"{baseUrl}/auth/token");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = "system/*.cruds",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = Assertion(endpoint, key, time),
        });
        using var response = await http.PostAsync(endpoint, form);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("access_token").GetString()!;
    }

    /// <summary>Base64url without padding.</summary>
    public static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static string Assertion(Uri endpoint, ECDsa key, TimeProvider time)
    {
        var header = new { alg = "ES384", typ = "JWT", kid = NodeFolder.Client };
        var now = time.GetUtcNow();
        var claims = new
        {
            iss = NodeFolder.Client,
            sub = NodeFolder.Client,
            aud = endpoint.AbsoluteUri,
            jti = Guid.NewGuid().ToString("N"),
            iat = now.ToUnixTimeSeconds(),
            exp = now.AddMinutes(4).ToUnixTimeSeconds(),
        };
        var signed = $"{Text(JsonSerializer.SerializeToUtf8Bytes(header))}.{Text(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{signed}.{Text(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA384))}";
    }
}
