using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Operations;

/// <summary>What an operation gave, as an answer.</summary>
internal static class OperationAnswer
{
    /// <summary>
    /// A Binary goes out as what it holds where the client accepts just that type and not FHIR JSON
    /// (R5 binary.html, "Serving Binary Resources using the RESTful API").
    /// </summary>
    public static FhirResult Of(OperationResult result, IReadOnlyList<string> accept)
    {
        if (result.File is { } file)
        {
            return FhirResult.Ok(file);
        }

        var resource = result.Resource!;
        return resource.ResourceType == "Binary" && !Negotiation.TakesJson(accept) && BinaryResource.Read(resource) is { } binary && accept.Contains(binary.ContentType)
            ? FhirResult.Ok(new OperationFile(binary.ContentType, async (output, cancellationToken) => await output.WriteAsync(binary.Data, cancellationToken)))
            : FhirResult.Ok(resource);
    }
}
