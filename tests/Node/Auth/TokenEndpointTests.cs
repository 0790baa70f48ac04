using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GenoMed.Fhir.Node.Tests.Support;

namespace GenoMed.Fhir.Node.Tests.Auth;

public sealed class TokenEndpointTests : IAsyncLifetime
{
    private readonly TestClient _client = new("integrator", "system/*.cruds");
    private readonly TestClient _rsa = new("rsa", "system/Patient.rs", rsa: true);
    private TestNode _node = null!;

    public async ValueTask InitializeAsync() => _node = await TestNode.StartAsync(options => options with { Open = false, Clients = [_client.Registration, _rsa.Registration] });

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private string TokenUrl => _node.Base + "auth/token";

    private async Task RefusedAsync(string error, string because, TestClient? client = null, string? assertion = null, string? scope = null)
    {
        using var response = await (client ?? _client).AskAsync(_node, assertion, scope);
        var json = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(error == "invalid_client" ? HttpStatusCode.Unauthorized : HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(error, json.GetProperty("error").GetString());
        Assert.Contains(because, json.GetProperty("error_description").GetString());
    }

    [Fact]
    public async Task GivenES384AndRS384_WhenAsked_ThenTokensThatWork()
    {
        (await _node.GetAsync("Patient", await _client.TokenAsync(_node))).ShouldBe(HttpStatusCode.OK);
        (await _node.GetAsync("Patient", await _rsa.TokenAsync(_node))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task GivenNode_WhenDiscovered_ThenTheTokenEndpointIsNamed()
    {
        var smart = (await _node.GetAsync(".well-known/smart-configuration")).ShouldBe(HttpStatusCode.OK).Json;
        Assert.Equal(TokenUrl, smart.GetProperty("token_endpoint").GetString());
        Assert.Equal(["ES384", "RS384"], smart.GetProperty("token_endpoint_auth_signing_alg_values_supported").EnumerateArray().Select(item => item.GetString()));
    }

    [Fact]
    public Task GivenKeyOfAnother_WhenAsked_ThenInvalidClient()
        => RefusedAsync("invalid_client", "signature", assertion: new TestClient("integrator", "system/*.cruds").Assertion(TokenUrl));

    [Fact]
    public Task GivenUnregisteredClient_WhenAsked_ThenInvalidClient()
        => RefusedAsync("invalid_client", "'stranger'", assertion: new TestClient("stranger", "system/*.cruds").Assertion(TokenUrl));

    [Fact]
    public Task GivenExpiredAssertion_WhenAsked_ThenInvalidClient()
        => RefusedAsync("invalid_client", "expired", assertion: _client.Assertion(TokenUrl, lifetime: TimeSpan.FromMinutes(-2)));

    [Fact]
    public Task GivenLongAssertion_WhenAsked_ThenInvalidClient()
        => RefusedAsync("invalid_client", "five minutes", assertion: _client.Assertion(TokenUrl, lifetime: TimeSpan.FromMinutes(10)));

    [Fact]
    public Task GivenAnotherAudience_WhenAsked_ThenInvalidClient()
        => RefusedAsync("invalid_client", "aud", assertion: _client.Assertion("http://elsewhere/fhir/auth/token"));

    [Fact]
    public Task GivenSubjectThatIsNotTheIssuer_WhenAsked_ThenInvalidClient()
        => RefusedAsync("invalid_client", "sub", assertion: _client.Assertion(TokenUrl, subject: "rsa"));

    [Fact]
    public async Task GivenAssertionUsedOnce_WhenReplayed_ThenInvalidClient()
    {
        var assertion = _client.Assertion(TokenUrl);
        using var first = await _client.AskAsync(_node, assertion);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await RefusedAsync("invalid_client", "jti", assertion: assertion);
    }

    [Fact]
    public Task GivenNoJwt_WhenAsked_ThenInvalidClient() => RefusedAsync("invalid_client", "JWT", assertion: "nonsense");

    [Fact]
    public Task GivenScopeNotRegistered_WhenAsked_ThenInvalidScope() => RefusedAsync("invalid_scope", "system/Patient.rs", client: _rsa, scope: "system/*.cruds");

    [Fact]
    public async Task GivenNoForm_WhenAsked_ThenInvalidRequest()
        => Assert.Equal("invalid_request", (await _node.PostAsync("auth/token", "{}")).ShouldBe(HttpStatusCode.BadRequest).Json.GetProperty("error").GetString());

    [Fact]
    public async Task GivenTokenOfAnotherNode_WhenUsed_ThenUnauthorized()
    {
        await using var other = await TestNode.StartAsync(options => options with { Open = false, Clients = [_client.Registration] });
        var answer = (await _node.GetAsync("Patient", await _client.TokenAsync(other))).ShouldBe(HttpStatusCode.Unauthorized);
        Assert.Contains("invalid_token", answer.Headers["WWW-Authenticate"]);
    }

    [Fact]
    public async Task GivenShortToken_WhenItExpires_ThenUnauthorizedThoughCached()
    {
        await using var node = await TestNode.StartAsync(options => options with { Open = false, Clients = [_client.Registration], Limits = options.Limits with { TokenLifetimeSeconds = 1 } });
        var token = await _client.TokenAsync(node);
        (await node.GetAsync("Patient", token)).ShouldBe(HttpStatusCode.OK);
        await Task.Delay(2100, TestContext.Current.CancellationToken);
        (await node.GetAsync("Patient", token)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public void GivenNodeKey_WhenMade_ThenOnlyItsOwnerReadsIt()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Unix file modes.");
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_node.Data, "node-key.pem")));
    }

    [Fact]
    public Task GivenAssertionWithoutIssuer_WhenAsked_ThenInvalidClient()
        => RefusedAsync("invalid_client", "No client", assertion: _client.Assertion(TokenUrl, withIssuer: false));
}
