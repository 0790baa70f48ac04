using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Features;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.ExtractDataset;
using GenoMed.Fhir.Operations.Datasets;
using GenoMed.Fhir.Operations.QualityReport;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.ExtractDataset;

/// <summary><c>$extract-dataset</c>: the node's patients as a registered table of features.</summary>
internal sealed class ExtractDatasetOperation(IResourceStore store, GuideCatalog guides, DatasetRegistry datasets, OperationsOptions options)
    : Operation<ExtractDatasetInput, ExtractDatasetOutput>(ContractCatalog.ExtractDataset)
{
    protected override async Task<ExtractDatasetOutput> RunAsync(ExtractDatasetInput input, OperationContext context)
    {
        var guide = ExtractDatasetValidator.Guide(input, guides);
        var patients = ExtractDatasetValidator.GroupId(input) is { } group ? await CohortMembers.ReadAsync(store, group, context.CancellationToken) : null;
        context.Progress.Report(new OperationProgress(0, "reading patients"));
        var extracted = await FeatureExtractor.ExtractAsync(guide, store.ScanAsync, patients, context.CancellationToken);
        ExtractDatasetValidator.RequireEnough(extracted.Table.Count, options.MinimumPatients);
        var dataset = await datasets.RegisterAsync(extracted, input.Cohort, input.Name, context.CancellationToken);
        return new ExtractDatasetOutput
        {
            Dataset = dataset.Id,
            Rows = dataset.Table.Count,
            Sha256 = dataset.Sha256,
            Snapshot = SnapshotGroup.Reference(extracted.Members),
            Features = QualityTeller.Tell(dataset.Quality, options.MinimumPatients),
        };
    }
}
