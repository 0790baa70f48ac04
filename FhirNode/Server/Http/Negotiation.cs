using GenoMed.Fhir.R5.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GenoMed.Fhir.Node.Http;

/// <summary>The one format: JSON. Others are refused by name, never answered with something else.</summary>
internal static class Negotiation
{
    public const string FhirJson = "application/fhir+json";
    public const string FhirJsonUtf8 = "application/fhir+json; charset=utf-8";

    private static readonly string[] OnlyFhirJson = [FhirJson];
    private static readonly string[] Json = [FhirJson, "application/json", "text/json", "json"];

    /// <exception cref="OperationProblem">NotAcceptable when neither <c>_format</c> nor Accept allows JSON.</exception>
    public static void CheckAccept(HttpRequest request)
    {
        if (request.QueryString.HasValue && request.Query["_format"] is [{ Length: > 0 } format])
        {
            // A '+' in a query decodes to a space: application/fhir json is meant as fhir+json.
            Check(IsJson(format.Replace(' ', '+')), format);
        }
        else if (request.Headers.Accept is { Count: > 0 } accept)
        {
            Check(accept.Any(AllowsJson), accept.ToString());
        }
    }

    /// <summary>What the client accepts, without parameters and in its order; empty for any.</summary>
    public static IReadOnlyList<string> Accepted(HttpRequest request) => request.QueryString.HasValue && request.Query["_format"] is [{ Length: > 0 } format]
        ? [MediaType(format.Replace(' ', '+'))]
        : request.Headers.Accept is [FhirJson] ? OnlyFhirJson
        : [.. request.Headers.Accept.SelectMany(value => (value ?? string.Empty).Split(',')).Select(MediaType).Where(type => type.Length > 0)];

    /// <summary>Whether FHIR JSON is among the accepted types.</summary>
    public static bool TakesJson(IReadOnlyList<string> accepted) => accepted.Count == 0 || accepted.Any(AllowsJson);

    /// <summary>Whether the client names types and none of them is FHIR's: the content of a Binary is then meant. A range such as <c>*/*</c> names none.</summary>
    public static bool WantsContent(IReadOnlyList<string> accepted) => accepted.Count > 0 && !accepted.Any(type => IsJson(type) || IsFhirXml(type));

    /// <summary>Whether a body written to Binary is something other than FHIR.</summary>
    public static bool IsContent(HttpRequest request) => request.ContentType is { Length: > 0 } type && !IsJson(type) && !IsFhirXml(type);

    /// <summary>The parameter fhirVersion of the body's media type, such as <c>4.0</c> (R5 http.html, "FHIR Version Parameter"); null where it has none.</summary>
    public static string? FhirVersion(HttpRequest request) => request.ContentType?.Contains(';', StringComparison.Ordinal) is not true ? null : (request.ContentType ?? string.Empty).Split(';', StringSplitOptions.TrimEntries)
        .Where(part => part.StartsWith("fhirVersion=", StringComparison.OrdinalIgnoreCase))
        .Select(part => part["fhirVersion=".Length..].Trim('"'))
        .FirstOrDefault();

    /// <summary>A media type without its parameters.</summary>
    public static string MediaType(string type)
        => (type.IndexOf(';', StringComparison.Ordinal) is >= 0 and var end ? type[..end] : type).Trim();

    /// <summary>Whether the text is a media type, with parameters or without.</summary>
    public static bool IsMediaType(string text) => MediaTypeHeaderValue.TryParse(text, out _);

    /// <exception cref="OperationProblem">UnsupportedMediaType (415): the content type is no media type, or the body is packed.</exception>
    public static void CheckContent(HttpRequest request)
    {
        CheckEncoding(request);
        if (!IsMediaType(request.ContentType!))
        {
            throw Problem(ProblemKind.UnsupportedMediaType, $"'{request.ContentType}' is no media type.");
        }
    }


    private static void CheckEncoding(HttpRequest request)
    {
        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity")
        {
            throw Problem(ProblemKind.UnsupportedMediaType, $"Send the body as it is; Content-Encoding '{encoding}' is not read.");
        }
    }

    /// <exception cref="OperationProblem">UnsupportedMediaType (415).</exception>
    public static void CheckContentType(HttpRequest request)
    {
        CheckEncoding(request);
        if (!IsJson(request.ContentType ?? string.Empty))
        {
            throw Problem(ProblemKind.UnsupportedMediaType, $"Send {FhirJson}; this body is '{request.ContentType ?? "of no content type"}'.");
        }

        if (Charset(request.ContentType!) is { } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw Problem(ProblemKind.UnsupportedMediaType, $"FHIR's JSON is UTF-8 (R5 json.html); this body is '{charset}'.");
        }
    }

    /// <summary>406 that says what there is.</summary>
    public static OperationProblem NotAcceptable(string asked, IReadOnlyList<string> others) => Problem(
        ProblemKind.NotAcceptable,
        $"This server answers {string.Join(", ", [FhirJson, .. others])}{(others.Count == 0 ? " only" : " here")}; '{asked}' was asked for{(asked.Contains("xml", StringComparison.OrdinalIgnoreCase) ? ", and XML is not supported" : string.Empty)}.");

    private static string? Charset(string contentType)
        => contentType.Contains("charset", StringComparison.OrdinalIgnoreCase) && MediaTypeHeaderValue.TryParse(contentType, out var parsed) ? HeaderUtilities.RemoveQuotes(parsed.Charset).Value : null;

    private static void Check(bool allowed, string asked)
    {
        if (!allowed)
        {
            throw NotAcceptable(asked, []);
        }
    }

    private static bool AllowsJson(string? accept)
        => accept is null || accept.Split(',').Any(range => IsJson(range) || MediaType(range) is "*/*" or "application/*");

    private static bool IsJson(string type) => Json.Contains(MediaType(type), StringComparer.OrdinalIgnoreCase);

    private static bool IsFhirXml(string type) => MediaType(type).Equals("application/fhir+xml", StringComparison.OrdinalIgnoreCase);

    private static OperationProblem Problem(ProblemKind kind, string text)
        => new(kind, [new OutcomeIssue(IssueSeverity.Error, IssueCode.NotSupported, text)]);
}
