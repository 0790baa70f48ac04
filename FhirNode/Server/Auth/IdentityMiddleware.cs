using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.R5.Outcomes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Auth;

/// <summary>The one place where a request is asked who sends it; what follows finds a <see cref="Caller"/>.</summary>
internal sealed class IdentityMiddleware(RequestDelegate next, IOptions<NodeOptions> options)
{
    private readonly bool _open = options.Value.Open;

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

    private static async Task<Caller> AuthenticateAsync(HttpContext http)
    {
        var result = await http.AuthenticateAsync();
        if (result.Succeeded && result.Principal.FindFirst("sub") is { } subject)
        {
            return new Caller(subject.Value, ScopeSet.Parse(result.Principal.FindFirst("scope")?.Value ?? string.Empty));
        }

        http.Response.Headers.WWWAuthenticate = result.Failure is null ? "Bearer" : "Bearer error=\"invalid_token\"";
        throw OperationProblem.Unauthorized(result.Failure is null
            ? "This node asks for an access token (Authorization: Bearer ...); /.well-known/smart-configuration says where to get one."
            : "The access token is not valid here: it is expired, or another node issued it.");
    }
}
