using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.Import;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Import;

/// <summary><c>$import</c>: resources from NDJSON, as the body or by URL (smart-on-fhir/bulk-import).</summary>
internal sealed class ImportOperation(IResourceStore store, IWriteCheck check, BulkOptions options, TimeProvider time) : IJobOperation
{
    public OperationContract Contract => ContractCatalog.Import.Operation;

    public Task CheckAsync(Resource parameters, OperationContext context)
    {
        Read(parameters, context);
        return Task.CompletedTask;
    }

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
    {
        var request = Read(parameters, context);
        return ImportManifest.Of(await new ImportJob(store, check, request, context, options, time).RunAsync(), request, context);
    }

    private ImportRequest Read(Resource parameters, OperationContext context)
        => new ImportValidator(options).Read(ContractCatalog.Import.ReadInput(parameters), context);
}
