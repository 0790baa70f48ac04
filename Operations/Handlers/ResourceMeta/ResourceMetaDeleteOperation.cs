using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.ResourceMeta;

/// <summary><c>$meta-delete</c>.</summary>
internal sealed class ResourceMetaDeleteOperation(IResourceStore store) : IOperation
{
    private readonly MetaChange _change = new(store, MetaLabels.Remove);

    public OperationContract Contract => ContractCatalog.ResourceMetaDelete;

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context) => await _change.RunAsync(parameters, context);
}
