using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using Microsoft.AspNetCore.Http;

namespace GenoMed.Fhir.Node.Http;

/// <summary>
/// What is written to Binary is taken as content of its media type, unless it is a Binary in FHIR JSON
/// (R5 binary.html, "Serving Binary Resources using the RESTful API").
/// </summary>
internal static class BinaryBody
{
    public const string SecurityContext = "X-Security-Context";
    private const string Type = "Binary";

    /// <summary>Whether the request writes a Binary by create or update.</summary>
    public static bool Takes(FhirTarget target) => target is { ResourceType: Type, Interaction: Interaction.Create or Interaction.Update };

    /// <summary>Up to the limit of a request, as for any resource.</summary>
    /// <exception cref="OperationProblem">UnsupportedMediaType: no content type, FHIR XML, or a Content-Encoding. Invalid: X-Security-Context is no reference.</exception>
    public static async ValueTask<Resource> ReadAsync(HttpRequest request, FhirTarget target, CancellationToken cancellationToken)
    {
        if (!Negotiation.IsContent(request))
        {
            var resource = await BodyReader.ReadResourceAsync(request, cancellationToken);
            return resource.ResourceType == Type ? resource : Wrap(request, target, resource.Json);
        }

        Negotiation.CheckContent(request);
        return Wrap(request, target, await BodyReader.ReadBytesAsync(request, cancellationToken));
    }

    private static Resource Wrap(HttpRequest request, FhirTarget target, ReadOnlyMemory<byte> content)
        => new BinaryResource(request.ContentType!, content, target.Id) { SecurityContext = Context(request) }.ToResource();

    private static string? Context(HttpRequest request)
    {
        var text = request.Headers[SecurityContext].ToString();
        return text.Length == 0 ? null
            : FhirReference.TryParse(text) is { Local: not null } ? text
            : throw OperationProblem.Invalid($"{SecurityContext} refers to a resource, such as Patient/1; this is '{text}'.", "Binary.securityContext");
    }
}
