using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Interactions.Bundles;

/// <summary>What an entry's interaction answered, as an entry of the response Bundle.</summary>
internal static class EntryResult
{
    // Tells a loader that a 200 made no new version, which ETag and status alone cannot.
    private static readonly Resource Unchanged = OperationOutcome.Informational("The same content is already there; no new version was made.").ToResource();

    public static BundleEntry Of(FhirResult result) => new()
    {
        Resource = result.Body ?? result.Bundle?.ToResource(),
        Response = new BundleResponse(
            StatusText.Of(result.Status),
            result.Location,
            result.VersionId is { } version ? ETag.Of(version) : null,
            result.LastModified is { } instant ? FhirInstant.Format(instant) : null,
            result.Unchanged ? Unchanged : null),
    };

    public static BundleEntry Of(OperationProblem problem) => new()
    {
        Response = new BundleResponse(StatusText.Of((int)problem.Kind), Outcome: new OperationOutcome(problem.Issues).ToResource()),
    };
}
