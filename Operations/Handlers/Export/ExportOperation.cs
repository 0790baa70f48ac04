using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.Export;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Export;

/// <summary><c>$export</c> of the Bulk Data guide; what it is called on decides what is exported.</summary>
internal abstract class ExportOperation(TypedContract<ExportInput, ExportOutput> contract, IResourceStore store, ISearchParser searches, BulkOptions options, TimeProvider time) : IJobOperation
{
    public OperationContract Contract => contract.Operation;

    public Task CheckAsync(Resource parameters, OperationContext context) => ReadAsync(parameters, context);

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
        => ExportManifest.Of(await new ExportJob(store, await ReadAsync(parameters, context), context, options, time).RunAsync(), context);

    private Task<ExportRequest> ReadAsync(Resource parameters, OperationContext context)
        => new ExportValidator(store, searches).ReadAsync(contract.ReadInput(parameters), context);
}
