using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>
/// The wrapper around a job's result (R5 async-bundle.html): a Bundle of type batch-response with one entry.
/// The R6 draft answers with the result itself; nothing else here knows of the wrapper.
/// </summary>
internal static class AsyncBundle
{
    /// <param name="status">The HTTP status that the operation had.</param>
    /// <param name="content">Its result, or an OperationOutcome; a file (a manifest of the Bulk Data guide) goes out as it is.</param>
    public static FhirResult Wrap(int status, JobContent content) => content.IsResource ? Wrap(status, content.Resource) : FhirResult.Ok(content.File);

    private static FhirResult Wrap(int status, Resource body) => FhirResult.Ok(new Bundle(BundleType.BatchResponse,
    [
        status < 400
            ? new BundleEntry { Resource = body, Response = new BundleResponse(StatusText.Of(status)) }
            : new BundleEntry { Response = new BundleResponse(StatusText.Of(status), Outcome: body) },
    ]));
}
