using System.IO.Compression;
using System.Text;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.ExportDataset;
using GenoMed.Fhir.Operations.Contracts.ExtractDataset;
using GenoMed.Fhir.Operations.Tests.Support;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Tests.ExportDataset;

public sealed class ExportDatasetOperationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mm", "PET")]
    [InlineData("aml", null)]
    public async Task GivenInventedPatients_WhenExtractedAndExported_ThenTheCsvIsTheFileThatWasLoaded(string name, string? with)
    {
        await using var host = new OperationsHost();
        var guide = GuideCatalog.Default.Find(name);
        var cohort = guide.Cohorts(3, with is null ? [] : [with]).Generate(30);
        var file = Path.GetTempFileName();
        CohortFile.Write(file, cohort);
        await foreach (var bundle in new EtlRunner(guide.Dictionary, new EtlOptions()).BundlesAsync(EtlSource.File(file), Cancellation))
        {
            await host.Store.CommitAsync([.. Bundle.Read(bundle).Entries.Select(entry => new StoreWrite(StoreMethod.Update, entry.Resource!.ResourceType, entry.Resource.Id!, entry.Resource))], Cancellation);
        }

        var dataset = await host.RunAsync(ContractCatalog.ExtractDataset, new ExtractDatasetInput { Guide = name });
        var (data, dictionary) = await ExportAsync(host, dataset.Dataset);

        await File.WriteAllTextAsync(file, data, Cancellation);
        var report = await new EtlChecker(guide.Dictionary, new EtlOptions()).CheckAsync(EtlSource.File(file), null, Cancellation);
        Assert.True(report.Clean, report.ToText());
        var exported = CohortFile.Read(file);
        File.Delete(file);
        Assert.Equal(Cells(cohort, cohort.Header), Cells(exported, cohort.Header));
        Assert.All(guide.Dictionary.Features.Where(feature => feature.Feature.Width < 3), feature => Assert.Contains($"\n{feature.Name},", dictionary));
    }

    [Fact]
    public async Task GivenNoSuchDataset_WhenExported_ThenNotFound()
    {
        await using var host = new OperationsHost();
        Assert.Equal(ProblemKind.NotFound, (await Assert.ThrowsAsync<OperationProblem>(() => ExportAsync(host, "ds-none"))).Kind);
    }

    /// <summary>By identifier and column; numbers as numbers, since 0 and 0.0 are one.</summary>
    private static SortedDictionary<string, string> Cells(Cohort cohort, IReadOnlyList<string> columns)
    {
        var cells = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in cohort.Rows)
        {
            foreach (var column in columns)
            {
                var cell = row[cohort.Header.ToList().IndexOf(column)];
                cells[$"{row[0]} {column}"] = double.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number.ToString("R", System.Globalization.CultureInfo.InvariantCulture) : cell;
            }
        }

        return cells;
    }

    private static async Task<(string Data, string Dictionary)> ExportAsync(OperationsHost host, string dataset)
    {
        var operation = host.Operations.Single(operation => operation.Contract.Code == "export-dataset");
        var result = await operation.RunAsync(ContractCatalog.ExportDataset.WriteInput(new ExportDatasetInput { Dataset = dataset }), new OperationContext("integrator", new Progress<OperationProgress>(), Cancellation));
        using var stream = new MemoryStream();
        await result.File!.WriteAsync(stream, Cancellation);
        using var zip = new ZipArchive(stream);
        return (Text(zip, "data.csv"), Text(zip, "dictionary.csv"));
    }

    private static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
