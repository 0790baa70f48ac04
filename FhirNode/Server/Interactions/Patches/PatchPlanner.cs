using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Interactions.Writes;
using GenoMed.Fhir.Node.Jobs;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Patching;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Node.Interactions.Patches;

/// <summary>Finds what a patch is about and applies it: an update that counts on the version it was made of.</summary>
internal sealed class PatchPlanner(IResourceStore store, ConditionalSearch search)
{
    /// <exception cref="OperationProblem">NotFound or Gone: nothing to patch. PreconditionFailed: If-Match names another version. Unprocessable: the patch does not fit.</exception>
    public async Task<PlannedWrite> PlanAsync(FhirCall call, IResourcePatch patch, CancellationToken cancellationToken)
    {
        var current = await FindAsync(call, cancellationToken);
        JobResources.CheckNotOurs(current.ResourceType, current.Id);
        if (call.IfMatch is { } tag && ETag.Version(tag) != current.VersionId)
        {
            throw OperationProblem.PreconditionFailed($"{current.ResourceType}/{current.Id} is at version {current.VersionId}; the patch is for {tag}.");
        }

        return new PlannedWrite(StoreMethod.Update, current.ResourceType, current.Id)
        {
            Body = patch.Apply(current.Resource!),
            ExpectedVersion = current.VersionId,
        };
    }

    /// <summary>Whoever may update but not read is not shown what it patched.</summary>
    public static Preferences Preferences(FhirCall call)
        => call.Caller.Scopes.AllowsResource(call.Target.ResourceType!, 'r') ? call.Preferences : call.Preferences with { Return = "minimal" };

    private async Task<StoredResource> FindAsync(FhirCall call, CancellationToken cancellationToken)
    {
        var type = call.Target.ResourceType!;
        if (call.Target.Id is { } id)
        {
            return await store.ReadAsync(type, id, cancellationToken) switch
            {
                null => throw OperationProblem.NotFound($"There is no {type}/{id} to patch."),
                { IsDeleted: true } => throw OperationProblem.Gone($"{type}/{id} was deleted."),
                var found => found,
            };
        }

        AccessRule.CheckResource(call.Caller, type, 's');
        return await search.OneAsync(type, call.Parameters, cancellationToken)
            ?? throw OperationProblem.NotFound($"No {type} matches; there is nothing to patch.");
    }
}
