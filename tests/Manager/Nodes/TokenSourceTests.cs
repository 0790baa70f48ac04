using System.Net;
using GenoMed.Fhir.Manager.Nodes;
using GenoMed.Fhir.Manager.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenoMed.Fhir.Manager.Tests.Nodes;

public sealed class TokenSourceTests : IDisposable
{
    private const string Statement = """{"resourceType":"CapabilityStatement","fhirVersion":"5.0.0"}""";

    private readonly ClientKey _key = ClientKey.Create();
    private readonly HashSet<string> _revoked = [];
    private int _issued;

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task GivenSeveralRequests_WhenSent_ThenOneTokenServesThem()
    {
        var node = new ScriptedHandler(Answer);

        await GetAsync(node, times: 3);

        Assert.Equal(1, _issued);
        Assert.Equal(3, node.Exchanges.Count(exchange => exchange.Headers.Contains("Authorization: Bearer t1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task GivenATokenThatTheNodeForgot_WhenSent_ThenAFreshOneIsFetched()
    {
        _revoked.Add("t1");

        await GetAsync(new ScriptedHandler(Answer), times: 1);

        Assert.Equal(2, _issued);
    }

    [Fact]
    public async Task GivenATokenAboutToExpire_WhenSent_ThenItIsRenewed()
    {
        await GetAsync(new ScriptedHandler((exchange, number) => Answer(exchange, number, seconds: 5)), times: 2);

        Assert.Equal(2, _issued);
    }

    [Fact]
    public async Task GivenAnAssertion_WhenVerifiedByThePublicKeys_ThenItNamesClientAndEndpoint()
    {
        var node = new ScriptedHandler(Answer);
        await GetAsync(node, times: 1);
        var form = node.Exchanges.Single(exchange => exchange.Url.AbsolutePath == "/token").Body;
        var assertion = form.Split('&').Select(pair => pair.Split('=')).Single(pair => pair[0] == "client_assertion")[1];

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(assertion, new TokenValidationParameters
        {
            IssuerSigningKeys = new JsonWebKeySet(_key.PublicJwks).GetSigningKeys(),
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha384],
            ValidIssuer = "manager",
            ValidAudience = "http://node/token",
        });

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal("manager", result.Claims["sub"]);
    }

    [Fact]
    public async Task GivenARefusedClient_WhenSent_ThenUnavailableNamesIt()
    {
        var node = new ScriptedHandler((exchange, number) => exchange.Url.AbsolutePath == "/token"
            ? ScriptedHandler.Json(HttpStatusCode.BadRequest, """{"error":"invalid_client"}""")
            : Answer(exchange, number));

        var problem = await Assert.ThrowsAsync<NodeUnavailableException>(() => GetAsync(node, times: 1));

        Assert.Contains("'manager'", problem.Reason, StringComparison.Ordinal);
        Assert.Contains("invalid_client", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAKey_WhenWrittenAndRead_ThenItIsTheSame()
    {
        using var again = ClientKey.FromPem(_key.ToPem());

        Assert.Equal(_key.PublicJwks, again.PublicJwks);
    }

    private HttpResponseMessage Answer(Exchange exchange, int number) => Answer(exchange, number, seconds: 300);

    private HttpResponseMessage Answer(Exchange exchange, int number, int seconds)
    {
        switch (exchange.Url.AbsolutePath)
        {
            case "/fhir/.well-known/smart-configuration":
                return ScriptedHandler.Json(HttpStatusCode.OK, """{"token_endpoint":"http://node/token"}""");
            case "/token":
                _issued++;
                return ScriptedHandler.Json(HttpStatusCode.OK, $$"""{"access_token":"t{{_issued}}","expires_in":{{seconds}}}""");
            default:
                return _revoked.Any(token => exchange.Headers.Contains(token, StringComparison.Ordinal))
                    ? ScriptedHandler.Json(HttpStatusCode.Unauthorized, "")
                    : ScriptedHandler.Json(HttpStatusCode.OK, Statement);
        }
    }

    private async Task GetAsync(ScriptedHandler node, int times)
    {
        using var http = new HttpClient(node);
        using var client = new NodeClient(
            new NodeEndpoint("north", new Uri("http://node/fhir")), new ClientIdentity("manager", _key, "system/Operation.*"), http, new NodeClientOptions { Retries = 0 }, TimeProvider.System);
        for (var i = 0; i < times; i++)
        {
            await client.GetAsync("metadata", TestContext.Current.CancellationToken);
        }
    }
}
