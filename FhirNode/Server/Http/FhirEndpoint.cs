using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.R5.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Http;

/// <summary>An HTTP request under the base becomes a <see cref="FhirCall"/>, its result a response.</summary>
internal sealed class FhirEndpoint(Dispatcher dispatcher, NodeAddress address, IOptions<NodeOptions> options)
{
    public async Task HandleAsync(HttpContext http)
    {
        var call = await ReadAsync(http);
        if (call.Target.Interaction != Interaction.Operation && !BinaryContent.IsAsked(call))
        {
            // An operation may answer with a file: it decides itself.
            Negotiation.CheckAccept(http.Request);
        }

        await FhirResponse.WriteAsync(http, R4Body.WithRemarks(http, await dispatcher.RunAsync(call, http.RequestAborted)), address);
    }

    private async Task<FhirCall> ReadAsync(HttpContext http)
    {
        var request = http.Request;
        var path = request.Path.Value![NodeAddress.BasePath.Length..].TrimStart('/');
        var target = FhirRoute.Resolve(request.Method, path);
        http.SetTarget(target);
        return new FhirCall(request.Method, target, http.Caller() ?? Caller.Anonymous with { Scopes = ScopeSet.Parse(string.Empty) })
        {
            Parameters = await ParametersAsync(request, target),
            HasBody = HasBody(request),
            Raw = Raw(request),
            Accept = Negotiation.Accepted(request),
            ReadBody = cancellationToken => BinaryBody.Takes(target) ? BinaryBody.ReadAsync(request, target, cancellationToken) : BodyReader.ReadResourceAsync(request, cancellationToken),
            IfMatch = Header(request.Headers.IfMatch.ToString()),
            IfNoneMatch = Header(request.Headers.IfNoneMatch.ToString()),
            IfNoneExist = Header(request.Headers["If-None-Exist"].ToString()),
            IfModifiedSince = request.Headers.IfModifiedSince.Count > 0 ? request.GetTypedHeaders().IfModifiedSince : null,
            Preferences = request.Headers.ContainsKey("Prefer") ? Preferences.Parse(request.Headers["Prefer"]) : Preferences.None,
            Url = $"{path}{request.QueryString}",
        };
    }

    private RequestBody Raw(HttpRequest request) => new(
        Negotiation.MediaType(request.ContentType ?? string.Empty),
        cancellationToken => BodyReader.ReadBytesAsync(request, cancellationToken),
        () => OpenFile(request))
    {
        FhirVersion = Negotiation.FhirVersion(request),
    };

    private static bool HasBody(HttpRequest request)
        => request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true } && request.ContentLength != 0;

    // A file is read as a stream and never held as a whole: it has a limit of its own.
    private Stream OpenFile(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.Value.Limits.MaxFileBytes;
        }

        return request.Body;
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

        var form = await ReadFormAsync(request);
        return [.. query, .. form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? string.Empty)))];
    }

    private static async Task<IFormCollection> ReadFormAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException e)
        {
            // More fields, or longer ones, than ASP.NET Core reads.
            throw OperationProblem.Invalid($"The form of the search cannot be read: {e.Message}");
        }
    }
}
