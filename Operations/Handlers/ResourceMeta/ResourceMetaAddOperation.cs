using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.ResourceMeta;

/// <summary><c>$meta-add</c>.</summary>
internal sealed class ResourceMetaAddOperation(IResourceStore store) : IOperation
{
    private readonly MetaChange _change = new(store, MetaLabels.Add);

    public OperationContract Contract => ContractCatalog.ResourceMetaAdd;

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context) => await _change.RunAsync(parameters, context);
}
