using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.QualityReport;
using GenoMed.Fhir.Operations.Datasets;

namespace GenoMed.Fhir.Operations.QualityReport;

/// <summary><c>$quality-report</c>: how well a registered dataset is filled.</summary>
internal sealed class QualityReportOperation(DatasetRegistry datasets, OperationsOptions options)
    : Operation<QualityReportInput, QualityReportOutput>(ContractCatalog.QualityReport)
{
    protected override async Task<QualityReportOutput> RunAsync(QualityReportInput input, OperationContext context)
    {
        var dataset = await datasets.GetAsync(input.Dataset, context.CancellationToken);
        return new QualityReportOutput
        {
            Dataset = dataset.Id,
            Rows = dataset.Table.Count,
            Features = QualityTeller.Tell(dataset.Quality, options.MinimumPatients),
        };
    }
}
