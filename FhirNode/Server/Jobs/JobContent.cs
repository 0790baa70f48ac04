using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>What a job leaves: a FHIR resource, or a file such as a manifest.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Data">Its bytes.</param>
internal sealed record JobContent(string ContentType, ReadOnlyMemory<byte> Data)
{
    public bool IsResource => ContentType == Negotiation.FhirJson;

    public Resource Resource => R5.Resources.Resource.FromTrusted(Data);

    /// <summary>The file as an answer; it has passed the release gate before it became a job's result.</summary>
    public OperationFile File => new(ContentType, async (output, cancellationToken) => await output.WriteAsync(Data, cancellationToken));

    public static JobContent Of(Resource resource) => new(Negotiation.FhirJson, resource.Json);

    public static async Task<JobContent> OfAsync(OperationResult result, CancellationToken cancellationToken)
    {
        if (result.Resource is { } resource)
        {
            return Of(resource);
        }

        using var bytes = new MemoryStream();
        await result.File!.WriteAsync(bytes, cancellationToken);
        return new JobContent(result.File.ContentType, bytes.ToArray());
    }
}
