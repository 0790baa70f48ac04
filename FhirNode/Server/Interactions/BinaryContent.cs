using System.Text;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Interactions;

/// <summary>
/// A Binary that is read goes out as what it holds, with its content type, unless the client asks for FHIR
/// (R5 binary.html, "Serving Binary Resources using the RESTful API"). A client that names no type gets FHIR JSON.
/// </summary>
internal static class BinaryContent
{
    /// <summary>Whether this reads a Binary, by version or not, and means its content. <c>_format</c> always means FHIR.</summary>
    public static bool IsAsked(FhirCall call) => call.Target is { ResourceType: "Binary", Interaction: Interaction.Read or Interaction.VRead }
        && Negotiation.WantsContent(call.Accept)
        && !call.Parameters.Any(parameter => parameter is { Key: "_format", Value.Length: > 0 });

    /// <summary>The answer to a read, its body as content where that is asked for.</summary>
    public static FhirResult Of(FhirCall call, FhirResult read)
    {
        if (read.Body is not { } body || !IsAsked(call))
        {
            return read;
        }

        var binary = BinaryResource.Read(body);
        return read with
        {
            Body = null,
            SecurityContext = binary.SecurityContext is { } context && Ascii.IsValid(context) && !context.Any(char.IsControl) ? context : null,
            File = new OperationFile(Sendable(binary.ContentType), async (output, cancellationToken) => await output.WriteAsync(binary.Data, cancellationToken)),
        };
    }

    // What was stored as FHIR may say any text; only a media type can stand in a header.
    private static string Sendable(string contentType) => Negotiation.IsMediaType(contentType) ? contentType : "application/octet-stream";
}
