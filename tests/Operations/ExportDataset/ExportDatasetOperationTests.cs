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
        await LoadAsync(host, guide, EtlSource.File(file));

        var dataset = await host.RunAsync(ContractCatalog.ExtractDataset, new ExtractDatasetInput { Guide = name });
        var (data, dictionary) = await ExportAsync(host, dataset.Dataset);
        foreach (var (type, id) in new[] { ("Library", dataset.Dataset), ("Binary", dataset.Dataset), ("Group", dataset.Snapshot.Split('/')[1]) })
        {
            Assert.True(Invented.Is((await host.Store.ReadAsync(type, id, Cancellation))!.Resource!), $"{type}/{id} does not say that its patients are invented");
        }

        await File.WriteAllTextAsync(file, data, Cancellation);
        var report = await new EtlChecker(guide.Dictionary, new EtlOptions()).CheckAsync(EtlSource.File(file), null, Cancellation);
        Assert.True(report.Clean, report.ToText());
        var exported = CohortFile.Read(file);
        File.Delete(file);
        Assert.Equal(Cells(cohort, cohort.Header), Cells(exported, cohort.Header));
        Assert.All(guide.Dictionary.Features.Where(feature => feature.Feature.Width < 3), feature => Assert.Contains($"\n{feature.Name},", dictionary));
    }

    [Fact]
    public async Task GivenHgvsTexts_WhenExtractedAndExported_ThenTheyComeBackAndMakeAnotherDatasetWhereTheyDiffer()
    {
        const string Header = "ID,mut_TP53,hgvsc_TP53,SEX,AGE,BM_BLAST,ANC,HB,PLT,CYTO_IPSSR,OS_YEARS,OS_STATUS\n";
        await using var host = new OperationsHost();
        async Task<string> ExtractAsync(string text)
        {
            await LoadAsync(host, GuideCatalog.Default.Find("mds"), EtlSource.Text("c.csv", Header + string.Join('\n', Enumerable.Range(0, 30).Select(i => $"P{i},{i % 2},{(i % 2 == 0 ? "" : text)},M,60,1,1,9,100,Good,2,1"))));
            return (await host.RunAsync(ContractCatalog.ExtractDataset, new ExtractDatasetInput { Guide = "mds" })).Dataset;
        }

        var first = await ExtractAsync("NM_000546.6:c.743G>A");
        var second = await ExtractAsync("NM_000546.6:c.743G>A;c.524G>A");
        var (data, dictionary) = await ExportAsync(host, second);

        Assert.NotEqual(first, second);
        Assert.EndsWith(",hgvsc_TP53", data.Split('\n')[0]);
        Assert.Equal(15, data.Split('\n').Count(line => line.EndsWith(",NM_000546.6:c.743G>A;c.524G>A", StringComparison.Ordinal)));
        Assert.Contains("\nhgvsc_TP53,hgvsc_TP53,", dictionary);
        Assert.Equal(15, (await ExportAsync(host, first)).Data.Split('\n').Count(line => line.EndsWith(",NM_000546.6:c.743G>A", StringComparison.Ordinal)));
        Assert.Contains("48004-6", dictionary);
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

    private static async Task LoadAsync(OperationsHost host, Guide guide, EtlSource source)
    {
        await foreach (var bundle in new EtlRunner(guide.Dictionary, new EtlOptions()).BundlesAsync(source, Cancellation))
        {
            await host.Store.CommitAsync([.. Bundle.Read(bundle).Entries.Select(entry => new StoreWrite(StoreMethod.Update, entry.Resource!.ResourceType, entry.Resource.Id!, entry.Resource))], Cancellation);
        }
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
