using Microsoft.AspNetCore.WebUtilities;

namespace GenoMed.Fhir.Node.Http;

/// <summary>A status as Bundle entries carry it: <c>201 Created</c>.</summary>
internal static class StatusText
{
    public static string Of(int status) => status switch
    {
        200 => "200 OK",
        201 => "201 Created",
        _ => $"{status} {ReasonPhrases.GetReasonPhrase(status)}".TrimEnd(),
    };
}
