using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GenoMed.Fhir.Store.Tests.Postgres;
using Microsoft.AspNetCore.WebUtilities;

namespace GenoMed.Fhir.Cli.Tests.Nodes;

/// <summary>Client assertions at two node processes that share a PostgreSQL database and a public URL.</summary>
public sealed class SharedTokenTests : IDisposable
{
    private const string PublicUrl = "https://fhir.example.org/fhir";

    private readonly PostgresDatabase _database = new();
    private readonly TemporaryFolder _folder = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
        _database.Dispose();
    }

    [Fact]
    public async Task GivenAnAssertionUsedAtOneProcess_WhenSentToTheOther_ThenRefusedAsUsed()
    {
        Assert.SkipWhen(PostgresDatabase.Unavailable is not null, PostgresDatabase.Unavailable ?? "");
        await File.WriteAllTextAsync(_folder["node.json"], Configuration(), Token);
        using var first = await StartAsync("first");
        using var second = await StartAsync("second");
        using var http = new HttpClient();
        var (used, fresh) = (Assertion("one"), Assertion("two"));

        Assert.Equal(HttpStatusCode.OK, (await AskAsync(http, first, used)).Status);
        var (status, text) = await AskAsync(http, second, used);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("used before", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(http, second, fresh)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(http, first, fresh)).Status);
    }

    private string Configuration()
    {
        var point = _key.ExportParameters(false).Q;
        var jwks = new { keys = new[] { new { kty = "EC", kid = "k", crv = "P-384", x = WebEncoders.Base64UrlEncode(point.X!), y = WebEncoders.Base64UrlEncode(point.Y!), alg = "ES384" } } };
        return JsonSerializer.Serialize(new
        {
            dataDirectory = "unused",
            publicUrl = PublicUrl,
            clients = new[] { new { clientId = "integrator", jwks = JsonSerializer.Serialize(jwks), scopes = "system/*.rs" } },
            store = new { engine = "postgres", connectionString = _database.ConnectionString, sharedDirectory = _folder["shared"] },
        });
    }

    private async Task<RunningNode> StartAsync(string name)
    {
        // The node tells its public URL only, so that its port must be known before.
        var port = FreePort();
        var process = Genomed.Start(["node", "--config", _folder["node.json"], "--data", _folder[name], "--port", port.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForAsync(PublicUrl);
        return new RunningNode(process, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/fhir"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string Assertion(string jti)
    {
        var expires = TimeProvider.System.GetUtcNow().AddMinutes(3).ToUnixTimeSeconds();
        var text = $"{Encode(new { alg = "ES384", kid = "k", typ = "JWT" })}.{Encode(new { iss = "integrator", sub = "integrator", aud = PublicUrl + "/auth/token", jti, exp = expires })}";
        return $"{text}.{WebEncoders.Base64UrlEncode(_key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA384))}";
    }

    private static string Encode(object part) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(part));

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(HttpClient http, RunningNode node, string assertion)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion,
        });
        using var response = await http.PostAsync($"{node.Url}/auth/token", form, Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    private sealed record RunningNode(Genomed Process, string Url) : IDisposable
    {
        public void Dispose() => Process.Dispose();
    }
}
