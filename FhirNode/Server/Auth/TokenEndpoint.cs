using System.Text.Json;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Options;
using Microsoft.AspNetCore.Http;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>POST [base]/auth/token: <c>client_credentials</c> with a signed assertion (RFC 7523) for a short access token.</summary>
internal sealed class TokenEndpoint(AssertionValidator assertions, TokenIssuer issuer)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            var form = await ReadFormAsync(http.Request);
            var client = await assertions.ValidateAsync(Required(form, "client_assertion"), http.RequestAborted);
            http.SetCaller(new Caller(client.ClientId, ScopeSet.Parse(client.Scopes)));
            await AnswerAsync(http, Granted(client, form));
        }
        catch (OAuthProblem problem)
        {
            await RefuseAsync(http, problem);
        }
    }

    private static async Task<IFormCollection> ReadFormAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            throw OAuthProblem.Request("The body must be application/x-www-form-urlencoded.");
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (Required(form, "grant_type") != "client_credentials")
        {
            throw OAuthProblem.GrantType("grant_type must be client_credentials.");
        }

        return Required(form, "client_assertion_type") == AssertionType
            ? form
            : throw OAuthProblem.Request($"client_assertion_type must be {AssertionType}.");
    }

    private static string Required(IFormCollection form, string name)
        => form[name] is [{ Length: > 0 } value] ? value : throw OAuthProblem.Request($"{name} must be given once.");

    private (string Token, string Scopes) Granted(NodeClient client, IFormCollection form)
    {
        var scopes = ScopeSet.Parse(client.Scopes).Grant(form["scope"] is [{ Length: > 0 } asked] ? asked : client.Scopes);
        return scopes.Length > 0
            ? (issuer.Issue(client.ClientId, scopes), scopes)
            : throw OAuthProblem.Scope($"None of the scopes asked for is registered for this client; it has: {client.Scopes}");
    }

    private async Task AnswerAsync(HttpContext http, (string Token, string Scopes) granted)
    {
        await using var writer = Begin(http, 200);
        writer.WriteStartObject();
        writer.WriteString("access_token", granted.Token);
        writer.WriteString("token_type", "bearer");
        writer.WriteNumber("expires_in", issuer.LifetimeSeconds);
        writer.WriteString("scope", granted.Scopes);
        writer.WriteEndObject();
    }

    private static async Task RefuseAsync(HttpContext http, OAuthProblem problem)
    {
        await using var writer = Begin(http, problem.Status);
        writer.WriteStartObject();
        writer.WriteString("error", problem.Error);
        writer.WriteString("error_description", problem.Message);
        writer.WriteEndObject();
    }

    private static Utf8JsonWriter Begin(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return new Utf8JsonWriter(http.Response.BodyWriter);
    }
}
