using GenoMed.Fhir.Operations.Conformance;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Validate;

/// <summary>
/// <c>$validate</c> (R5 resource-operation-validate.html): by R5, by the profiles that the resource claims and by the one
/// asked for. The answer is an OperationOutcome with status 200, whatever is found; nothing is stored.
/// </summary>
internal sealed class ValidateOperation(ConformanceService conformance, IResourceStore store) : IOperation
{
    public OperationContract Contract => ContractCatalog.Validate;

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
    {
        var input = ValidateInput.Read(parameters, context.Target);
        var resource = input.Resource ?? await StoredAsync(input, context);
        if (resource is null)
        {
            return OperationOutcome.Informational($"{context.Target} may be deleted.").ToResource();
        }

        var view = await conformance.CurrentAsync(context.CancellationToken);
        var issues = view.Validator.Validate(resource, input.Profiles).Concat(input.Faults(resource)).ToList();
        return issues.Count == 0
            ? OperationOutcome.Informational($"The {resource.ResourceType} is valid.").ToResource()
            : new OperationOutcome(issues).ToResource();
    }

    // With mode delete nothing but the resource's being there is asked.
    private async Task<Resource?> StoredAsync(ValidateInput input, OperationContext context)
    {
        var (type, id) = (context.Target.ResourceType!, context.Target.Id!);
        var stored = await store.ReadAsync(type, id, context.CancellationToken) ?? throw OperationProblem.NotFound($"There is no {type}/{id}.");
        return stored.IsDeleted ? throw OperationProblem.Gone($"{type}/{id} was deleted.") : input.Mode == "delete" ? null : stored.Resource;
    }
}
