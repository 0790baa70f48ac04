using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Purge;

/// <summary>
/// <c>[base]/Patient/id/$purge</c>: answers an erasure request. Doing it again is harmless, so a job of it goes on after a restart.
/// </summary>
internal sealed class PurgeOperation(IResourceStore store) : IResumableOperation
{
    private const int BatchSize = 500;

    public OperationContract Contract => ContractCatalog.PatientPurge;

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
    {
        var id = context.Target.Id!;
        var compartment = await PatientCompartment.ReadAsync(store, id, context);
        if (compartment.Own.Count == 0 && compartment.Shared.Count == 0)
        {
            throw OperationProblem.NotFound($"There is nothing of Patient/{id} here.");
        }

        var purged = await PurgeAsync(compartment.Own, context.CancellationToken);
        return new OperationOutcome([Erased(id, purged), .. compartment.Shared.Select(Stays)]).ToResource();
    }

    // The patient goes last: until then a repeated request finds the rest again.
    private async Task<int> PurgeAsync(IEnumerable<ResourceKey> resources, CancellationToken cancellationToken)
    {
        var purged = 0;
        foreach (var batch in resources.OrderBy(key => key.ResourceType == "Patient").Chunk(BatchSize))
        {
            purged += await store.PurgeAsync(batch, cancellationToken);
        }

        return purged;
    }

    private static OutcomeIssue Erased(string id, int purged)
        => new(IssueSeverity.Success, IssueCode.Success, $"{purged} resources of Patient/{id} were erased, all versions of them.");

    private static OutcomeIssue Stays(ResourceKey resource)
        => new(IssueSeverity.Warning, IssueCode.BusinessRule, $"{resource.ResourceType}/{resource.Id} belongs to other patients too and stays; take the reference out, or erase it by hand.");
}
