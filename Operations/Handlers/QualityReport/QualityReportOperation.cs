using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.QualityReport;
using GenoMed.Fhir.Operations.Datasets;
using GenoMed.Fhir.Operations.Disclosure;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.QualityReport;

/// <summary><c>$quality-report</c>: how well a registered dataset is filled, as Parameters, MeasureReport or page.</summary>
internal sealed class QualityReportOperation(DatasetRegistry datasets, OperationsOptions options) : IOperation
{
    private const string Html = "text/html; charset=utf-8";

    public OperationContract Contract => ContractCatalog.QualityReport.Operation;

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
    {
        var input = ContractCatalog.QualityReport.ReadInput(parameters);
        var form = QualityReportValidator.Form(input);
        var dataset = await datasets.GetAsync(input.Dataset, context.CancellationToken);
        var baseline = input.Baseline is { } id ? QualityReportValidator.Comparable(await datasets.GetAsync(id, context.CancellationToken), dataset) : null;
        var report = Tell(dataset, baseline);
        return form switch
        {
            ReportForm.MeasureReport => QualityMeasure.Write(report, dataset),
            ReportForm.Html => new OperationFile(Html, (stream, cancellationToken) => QualityPage.WriteAsync(stream, report, dataset, options.MinimumPatients, cancellationToken)) { ResourceTypes = [] },
            _ => ContractCatalog.QualityReport.WriteOutput(report),
        };
    }

    private QualityReportOutput Tell(Dataset dataset, Dataset? baseline) => new()
    {
        Dataset = dataset.Id,
        Rows = dataset.Table.Count,
        InconsistentDates = SmallCells.Suppress(dataset.Quality.InconsistentDates, options.MinimumPatients),
        Texts = TextTeller.Tell(dataset.Quality.Texts, options.MinimumPatients),
        Features = [.. QualityTeller.Tell(dataset.Quality, options.MinimumPatients).Select(feature => feature with { Drift = baseline is null ? null : FeatureDrift.Of(feature.Name, dataset.Table, baseline.Table, options.MinimumPatients) })],
    };
}
