using GenoMed.Fhir.Guides.Features;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.QualityReport;
using GenoMed.Fhir.Operations.Tests.Support;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.Tests.QualityReport;

public sealed class QualityReportOperationTests
{
    [Fact]
    public async Task GivenNineMissing_WhenReported_ThenNeitherMissingNorPresentIsTold()
    {
        var told = await ReportAsync(present: 21, missing: 9, outOfRange: 0);

        Assert.Equal((null, null, 0, true), (told.Present, told.Missing, told.OutOfRange, told.Suppressed));
    }

    [Fact]
    public async Task GivenTenMissing_WhenReported_ThenAllIsTold()
    {
        var told = await ReportAsync(present: 20, missing: 10, outOfRange: 10);

        Assert.Equal((20, 10, 10, false), (told.Present, told.Missing, told.OutOfRange, told.Suppressed));
    }

    [Fact]
    public async Task GivenOneOutOfRange_WhenReported_ThenItIsNotTold()
    {
        var told = await ReportAsync(present: 30, missing: 0, outOfRange: 1);

        Assert.Equal((30, 0, null, true), (told.Present, told.Missing, told.OutOfRange, told.Suppressed));
    }

    [Fact]
    public async Task GivenNoSuchDataset_WhenReported_ThenNotFoundAtTheParameter()
    {
        await using var host = new OperationsHost();

        var problem = await Assert.ThrowsAsync<OperationProblem>(() => host.RunAsync(ContractCatalog.QualityReport, new QualityReportInput { Dataset = "ds-none" }));

        Assert.Equal((ProblemKind.NotFound, "Parameters.parameter.where(name='dataset')"), (problem.Kind, problem.Issues[0].Expression));
    }

    private static async Task<GenoMed.Fhir.Operations.Contracts.QualityReport.FeatureQuality> ReportAsync(int present, int missing, int outOfRange)
    {
        await using var host = new OperationsHost();
        var quality = new GenoMed.Fhir.Guides.Features.QualityReport("mds", "1.0.0", 30, [new("x", present, missing, outOfRange, 0, 0, 0)]);
        var dataset = await host.Datasets.RegisterAsync(new ExtractedDataset(Tables.Cohort(30), quality), null, null, TestContext.Current.CancellationToken);
        var report = await host.RunAsync(ContractCatalog.QualityReport, new QualityReportInput { Dataset = dataset.Id });
        Assert.Equal(30, report.Rows);
        return Assert.Single(report.Features);
    }
}
