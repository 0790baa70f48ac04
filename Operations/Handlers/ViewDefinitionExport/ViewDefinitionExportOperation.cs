using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.ViewDefinitionExport;
using GenoMed.Fhir.Operations.Export;
using GenoMed.Fhir.Operations.Views;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.ViewDefinitionExport;

/// <summary><c>$viewdefinition-export</c> (SQL on FHIR v2): the rows of several views as files.</summary>
internal sealed class ViewDefinitionExportOperation(IResourceStore store, ViewResolver views, BulkOptions options, TimeProvider time) : IJobOperation
{
    // With a parameter, the poll answers with it as with any file: the manifest itself, no Bundle around it.
    private const string Manifest = "application/fhir+json; fhirVersion=5.0";

    public OperationContract Contract => ContractCatalog.ViewDefinitionExport.Operation;

    public Task CheckAsync(Resource parameters, OperationContext context) => ReadAsync(Input(parameters), context);

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
    {
        var input = Input(parameters);
        var request = await ReadAsync(input, context);
        var cursor = await new ViewDefinitionExportJob(store, request, context, options, time).RunAsync();
        var manifest = ContractCatalog.ViewDefinitionExport.WriteOutput(Output(input, request, cursor, context.Job!)).Json;
        return new OperationFile(Manifest, async (output, cancellationToken) => await output.WriteAsync(manifest, cancellationToken)) { ResourceTypes = [] };
    }

    private static ViewDefinitionExportInput Input(Resource parameters) => ContractCatalog.ViewDefinitionExport.ReadInput(parameters);

    private Task<ViewDefinitionExportRequest> ReadAsync(ViewDefinitionExportInput input, OperationContext context)
        => new ViewDefinitionExportValidator(store, views).ReadAsync(input, context);

    private ViewDefinitionExportOutput Output(ViewDefinitionExportInput input, ViewDefinitionExportRequest request, ExportCursor cursor, JobWorkspace job)
    {
        var ended = time.GetUtcNow();
        return new ViewDefinitionExportOutput
        {
            ExportId = job.Id,
            ClientTrackingId = input.ClientTrackingId,
            Status = "completed",
            Location = job.Url,
            CancelUrl = job.Url,
            Format = request.Format,
            ExportStartTime = FhirInstant.Format(cursor.TransactionTime),
            ExportEndTime = FhirInstant.Format(ended),
            ExportDuration = (int)(ended - cursor.TransactionTime).TotalSeconds,
            Outputs = [.. request.Views.Select(view => new ExportedTable
            {
                Name = view.Key,
                Locations = [.. cursor.Files.Where(file => file.Type == view.Key).Select(file => job.UrlOf(file.Name))],
            })],
        };
    }
}
