using GenoMed.Fhir.Node.Audit;
using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.R5.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GenoMed.Fhir.Node;

/// <summary>The way of a request: audit, problems to OperationOutcome, identity, then the endpoint.</summary>
public static class NodePipeline
{
    /// <summary>Maps the node under <c>/fhir</c>, and <c>/health</c>.</summary>
    public static void MapFhirNode(this WebApplication app)
    {
        app.UseMiddleware<AuditMiddleware>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<IdentityMiddleware>();
        var services = app.Services;
        const string fhir = NodeAddress.BasePath;
        app.MapGet("/health", HealthAsync);
        app.MapGet($"{fhir}/health", HealthAsync);
        app.MapGet($"{fhir}/.well-known/smart-configuration", services.GetRequiredService<SmartConfiguration>().HandleAsync);
        app.MapPost($"{fhir}/{NodeAddress.TokenPath}", services.GetRequiredService<TokenEndpoint>().HandleAsync);
        app.Map($"{fhir}/{{**path}}", services.GetRequiredService<FhirEndpoint>().HandleAsync);
        app.MapFallback(http => throw OperationProblem.NotFound($"There is nothing at {http.Request.Path}; the FHIR base is {fhir}."));
    }

    private static Task HealthAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync("{\"status\":\"ok\"}");
    }
}
