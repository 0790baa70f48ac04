using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Interactions.Writes;

/// <summary>How a write is answered.</summary>
internal static class WriteResult
{
    /// <param name="plan">What was asked.</param>
    /// <param name="stored">The version that stands now; null when a conditional delete matched nothing.</param>
    /// <param name="preferences">Which body the client wants.</param>
    public static FhirResult Of(PlannedWrite plan, StoredResource? stored, Preferences preferences)
    {
        if (plan.Method == StoreMethod.Delete)
        {
            return new FhirResult(204) { VersionId = stored is { VersionId: > 0 } ? stored.VersionId : null };
        }

        var status = plan.Found is null && stored is { Changed: true, VersionId: 1 } ? 201 : 200;
        return FhirResult.Of(status, stored!) with { Body = Body(stored!, status, preferences), Location = $"{plan.Reference}/_history/{stored!.VersionId}", Unchanged = !stored.Changed };
    }

    private static Resource? Body(StoredResource stored, int status, Preferences preferences) => preferences.Return switch
    {
        "minimal" => null,
        "OperationOutcome" => OperationOutcome.Informational($"{stored.ResourceType}/{stored.Id} is at version {stored.VersionId}{(status == 201 ? ", created" : string.Empty)}.").ToResource(),
        _ => stored.Resource,
    };
}
