using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Publication;
using GenoMed.Fhir.R5.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>The one place where a request is asked who sends it; what follows finds a <see cref="Caller"/>.</summary>
internal sealed class IdentityMiddleware(RequestDelegate next, TokenVerifier tokens, IOptions<NodeOptions> options)
{
    private const string Scheme = "Bearer";
    private readonly bool _open = options.Value.Open;
    private readonly bool _isPublic = options.Value.Publication is { OpenReads: true };

    public async Task InvokeAsync(HttpContext http)
    {
        if (_open)
        {
            http.SetCaller(Caller.Anonymous);
        }
        else if (!OpenPaths.Contains(http.Request.Path))
        {
            http.SetCaller(await AuthenticateAsync(http));
        }

        await next(http);
    }

    private async Task<Caller> AuthenticateAsync(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (_isPublic && header.Length == 0)
        {
            return PublicReader.Caller;
        }

        var token = BearerToken(header);
        if (token is not null && await tokens.VerifyAsync(token) is { } caller)
        {
            return caller;
        }

        http.Response.Headers.WWWAuthenticate = token is null ? Scheme : $"{Scheme} error=\"invalid_token\"";
        throw OperationProblem.Unauthorized(token is null
            ? "This node asks for an access token (Authorization: Bearer ...); /.well-known/smart-configuration says where to get one."
            : "The access token is not valid here: it is expired, or another node issued it.");
    }

    // RFC 6750, 2.1; the scheme's name is of any case (RFC 9110, 11.1).
    private static string? BearerToken(string header)
        => header.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase) && header[(Scheme.Length + 1)..].Trim() is { Length: > 0 } token ? token : null;
}
