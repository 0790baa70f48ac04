using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Patching;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Interactions.Patches;

/// <summary>
/// Reads a PATCH: JSON Patch by its media type, FHIRPath Patch as Parameters, and inside a Bundle a Binary that holds a
/// JSON Patch (R5 http.html, "patch").
/// </summary>
internal static class PatchReader
{
    /// <exception cref="OperationProblem">Structure: a patch that cannot be read. UnsupportedMediaType: no patch at all.</exception>
    public static async ValueTask<IResourcePatch> ReadAsync(FhirCall call, CancellationToken cancellationToken)
    {
        if (call.Raw is { MediaType: JsonPatch.MediaType } raw)
        {
            return JsonPatch.Parse(await raw.ReadAsync(cancellationToken));
        }

        return Read(await call.ReadBody(cancellationToken));
    }

    private static IResourcePatch Read(Resource body) => body.ResourceType switch
    {
        "Parameters" => FhirPathPatch.Read(body),
        "Binary" when BinaryResource.Read(body) is { ContentType: JsonPatch.MediaType } binary => JsonPatch.Parse(binary.Data),
        _ => throw new OperationProblem(ProblemKind.UnsupportedMediaType, [new OutcomeIssue(IssueSeverity.Error, IssueCode.NotSupported,
            $"A PATCH is a JSON Patch ({JsonPatch.MediaType}; in a Bundle as Binary of that type) or a FHIRPath Patch (Parameters); this is a {body.ResourceType}.")]),
    };
}
