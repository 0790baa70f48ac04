using System.Net.Http.Json;
using System.Text.Json;

namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>Gets access tokens of one node by SMART Backend Services and keeps each until shortly before it expires.</summary>
internal sealed class TokenSource(NodeEndpoint node, ClientIdentity identity, HttpClient http, TimeProvider time) : IDisposable
{
    /// <summary>A token is renewed this long before its end, so that it does not expire on the way.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _turn = new(1);
    private AccessToken? _token;
    private Uri? _endpoint;

    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_token is null || _token.Expires - Margin <= time.GetUtcNow())
            {
                _token = await RequestAsync(cancellationToken);
            }

            return _token.Value;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Forgets a token that the node refused, for example after its restart with a new key.</summary>
    public void Forget(string token)
    {
        if (_token is { } current && current.Value == token)
        {
            _token = null;
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<AccessToken> RequestAsync(CancellationToken cancellationToken)
    {
        _endpoint ??= await DiscoverAsync(cancellationToken);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = identity.Scope,
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = ClientAssertion.Create(identity, _endpoint, time),
        });
        using var response = await http.PostAsync(_endpoint, form, cancellationToken);
        var answer = await ReadAsync(response, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new NodeUnavailableException(node.Name, $"its token endpoint refused client '{identity.ClientId}': {answer.GetRawText()}");
        }

        var seconds = answer.TryGetProperty("expires_in", out var expires) ? expires.GetInt32() : 60;
        return new AccessToken(answer.GetProperty("access_token").GetString()!, time.GetUtcNow().AddSeconds(seconds));
    }

    private async Task<Uri> DiscoverAsync(CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(node.At(".well-known/smart-configuration"), cancellationToken);
        response.EnsureSuccessStatusCode();
        var configuration = await ReadAsync(response, cancellationToken);
        return new Uri(configuration.GetProperty("token_endpoint").GetString()!);
    }

    private async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        }
        catch (JsonException e)
        {
            throw new NodeUnavailableException(node.Name, $"its authorization answered {(int)response.StatusCode} without JSON", e);
        }
    }
}
