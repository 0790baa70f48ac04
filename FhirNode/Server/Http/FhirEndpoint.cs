using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.R5.Outcomes;
using Microsoft.AspNetCore.Http;

namespace GenoMed.Fhir.Node.Http;

/// <summary>An HTTP request under the base becomes a <see cref="FhirCall"/>, its result a response.</summary>
internal sealed class FhirEndpoint(Dispatcher dispatcher, NodeAddress address)
{
    public async Task HandleAsync(HttpContext http)
    {
        Negotiation.CheckAccept(http.Request);
        var call = await ReadAsync(http);
        await FhirResponse.WriteAsync(http, await dispatcher.RunAsync(call, http.RequestAborted), address);
    }

    private static async Task<FhirCall> ReadAsync(HttpContext http)
    {
        var request = http.Request;
        var path = request.Path.Value![NodeAddress.BasePath.Length..].TrimStart('/');
        var target = FhirRoute.Resolve(request.Method, path);
        http.SetTarget(target);
        return new FhirCall(request.Method, target, http.Caller() ?? Caller.Anonymous with { Scopes = ScopeSet.Parse(string.Empty) })
        {
            Parameters = await ParametersAsync(request, target),
            ReadBody = cancellationToken => BodyReader.ReadResourceAsync(request, cancellationToken),
            IfMatch = Header(request.Headers.IfMatch.ToString()),
            IfNoneMatch = Header(request.Headers.IfNoneMatch.ToString()),
            IfNoneExist = Header(request.Headers["If-None-Exist"].ToString()),
            IfModifiedSince = request.GetTypedHeaders().IfModifiedSince,
            Preferences = request.Headers.ContainsKey("Prefer") ? Preferences.Parse(request.Headers["Prefer"]) : Preferences.None,
            Url = $"{path}{request.QueryString}",
        };
    }

    private static string? Header(string value) => value.Length > 0 ? value : null;

    // A search by POST takes its parameters from the form and from the URL (R5 http.html, "search").
    private static async Task<IReadOnlyList<KeyValuePair<string, string>>> ParametersAsync(HttpRequest request, FhirTarget target)
    {
        var query = QueryText.Parse(request.QueryString.Value);
        if (target.Interaction != Interaction.Search || !HttpMethods.IsPost(request.Method))
        {
            return query;
        }

        if (!request.HasFormContentType)
        {
            throw new OperationProblem(ProblemKind.UnsupportedMediaType, [new OutcomeIssue(IssueSeverity.Error, IssueCode.NotSupported, "A search by POST sends application/x-www-form-urlencoded.")]);
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return [.. query, .. form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? string.Empty)))];
    }
}
