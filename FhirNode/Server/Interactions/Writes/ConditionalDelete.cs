using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Jobs;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Validation;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Interactions.Writes;

/// <summary>
/// DELETE [base]/Type?condition where the node lets it delete several: all matches in one commit, up to the number of entries
/// that a transaction may have (R5 http.html, "Conditional delete").
/// </summary>
internal sealed class ConditionalDelete(IResourceStore store, ConditionalSearch search, DeletionValidation deletions, IOptions<NodeOptions> options)
{
    /// <summary>Whether this call is one of several matches.</summary>
    public bool Takes(FhirCall call) => options.Value.DeleteMultiple && call.Target is { Interaction: Interaction.Delete, Id: null };

    /// <exception cref="OperationProblem">TooLarge: more matches than one commit takes; nothing is deleted.</exception>
    public async Task<FhirResult> RunAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var type = call.Target.ResourceType!;
        var limit = options.Value.Limits.MaxBundleEntries;
        var found = await search.AllAsync(type, call.Parameters, limit + 1, cancellationToken);
        if (found.Count > limit)
        {
            throw OperationProblem.TooLarge($"More than {limit} {type} match; this server deletes {limit} at once. Narrow the condition.");
        }

        found.ForEach(match => JobResources.CheckNotOurs(type, match.Id));
        if (found.Count > 0)
        {
            await DeleteAsync([.. found.Select(match => new StoreWrite(StoreMethod.Delete, type, match.Id, null))], cancellationToken);
        }

        return call.Preferences.Return == "OperationOutcome"
            ? FhirResult.Ok(OperationOutcome.Informational($"{found.Count} {type} deleted.").ToResource())
            : new FhirResult(204);
    }

    private async Task DeleteAsync(IReadOnlyList<StoreWrite> deletes, CancellationToken cancellationToken)
    {
        foreach (var delete in deletes)
        {
            await deletions.CheckAsync(delete, deletes, cancellationToken);
        }

        await store.CommitAsync(deletes, cancellationToken);
    }
}
