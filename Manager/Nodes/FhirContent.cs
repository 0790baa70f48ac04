using System.Net.Http.Headers;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>Resources as bodies of requests and answers.</summary>
internal static class FhirContent
{
    public const string MediaType = "application/fhir+json";

    public static HttpContent Of(Resource resource)
    {
        var content = new ReadOnlyMemoryContent(resource.Json);
        content.Headers.ContentType = new MediaTypeHeaderValue(MediaType);
        return content;
    }

    /// <summary>The resource in the body, or null where the body is empty or no resource.</summary>
    public static async Task<Resource?> TryReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            return bytes.Length == 0 ? null : Resource.Parse(bytes);
        }
        catch (OperationProblem)
        {
            // A proxy's HTML page, say: the caller names the status instead.
            return null;
        }
    }
}
