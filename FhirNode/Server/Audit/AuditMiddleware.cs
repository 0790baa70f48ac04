using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Options;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Audit;

/// <summary>Writes one audit line for each request, whatever becomes of it. Outermost, so that it sees the status that was sent.</summary>
internal sealed class AuditMiddleware(RequestDelegate next, AuditLog log, IOptions<NodeOptions> options, TimeProvider time)
{
    private const string Unknown = "unauthenticated";

    public async Task InvokeAsync(HttpContext http)
    {
        var occurred = time.GetUtcNow();
        try
        {
            await next(http);
        }
        finally
        {
            await log.AppendAsync(AuditEventWriter.Write(Record(http, occurred)));
        }
    }

    private AuditRecord Record(HttpContext http, DateTimeOffset occurred) => new(
        occurred,
        options.Value.Name,
        http.Caller()?.ClientId ?? Unknown,
        http.Connection.RemoteIpAddress?.ToString(),
        http.Request.Method,
        $"{http.Request.Path}{http.Request.QueryString}",
        http.Target(),
        http.Response.StatusCode);
}
