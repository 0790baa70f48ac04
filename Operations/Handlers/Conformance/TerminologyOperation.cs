using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Conformance;

/// <summary>An operation on the terminologies that this node knows; on an instance, on that resource.</summary>
internal abstract class TerminologyOperation(OperationContract contract, ConformanceService conformance, IResourceStore store) : IOperation
{
    public OperationContract Contract => contract;

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
    {
        var input = ParameterList.Read(parameters);
        input.AllowOnly(contract.Inputs.Select(known => known.Name));
        var view = await conformance.CurrentAsync(context.CancellationToken);
        return Answer(input, await InstanceAsync(context), view.Terminology);
    }

    /// <param name="input">The parameters; their names are known.</param>
    /// <param name="instance">The resource that it is called on; null at type level.</param>
    /// <param name="terminology">What is known.</param>
    protected abstract Resource Answer(ParameterList input, Resource? instance, TerminologyService terminology);

    private async Task<Resource?> InstanceAsync(OperationContext context)
    {
        if (context.Target is not { ResourceType: { } type, Id: { } id })
        {
            return null;
        }

        var stored = await store.ReadAsync(type, id, context.CancellationToken) ?? throw OperationProblem.NotFound($"There is no {type}/{id}.");
        return stored.Resource ?? throw OperationProblem.Gone($"{type}/{id} was deleted.");
    }
}
