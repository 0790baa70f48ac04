using System.Text;
using System.Text.Json;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.ExtractDataset;
using GenoMed.Fhir.Operations.Contracts.QualityReport;
using GenoMed.Fhir.Operations.Tests.Support;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Validation;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Tests.QualityReport;

/// <summary>The report of a cohort with known faults, in all its forms; and the group of who was in it.</summary>
public sealed class QualityFormsTests
{
    private const int Patients = 60;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GivenKnownFaults_WhenReported_ThenTheyAreCounted()
    {
        await using var host = new OperationsHost(new OperationsOptions { NodeName = "north", MinimumPatients = 1 });
        var report = await ReportAsync(host, await ExtractAsync(host, shift: 0));
        var features = report.Features.ToDictionary(feature => feature.Name);

        Assert.Equal(1, report.InconsistentDates);
        Assert.Equal((20, 40), (features["HB"].Missing, features["HB"].Present));
        Assert.Equal(3, features["LFS"].InconsistentTimes);
        Assert.Equal([("g/dL", 40)], features["HB"].Units.Select(unit => (unit.Code, unit.Count)));
        Assert.Equal([("10*9/L", 60), ("furlong", 1)], features["PLT"].Units.Select(unit => (unit.Code, unit.Count)));
        Assert.Equal(1, features["PLT"].UnexpectedUnit);
    }

    [Theory]
    [InlineData(20, 60, 40)]    // the 20 without haemoglobin may be told, so its units may
    [InlineData(25, 60, null)]  // 60 patients less the 40 values in g/dL would be the hidden 20
    public async Task GivenASmallCell_WhenReported_ThenNoCountOfUnitsTellsIt(int minimum, int patients, int? values)
    {
        await using var host = new OperationsHost(new OperationsOptions { NodeName = "north", MinimumPatients = minimum });
        var report = await ReportAsync(host, await ExtractAsync(host, shift: 0));
        var features = report.Features.ToDictionary(feature => feature.Name);

        Assert.Equal((patients, values), (report.Rows, features["HB"].Units.SingleOrDefault()?.Count));
        Assert.Equal(values is null, features["HB"].Suppressed);
        // One value came in furlongs: 61 values less the 60 in the other unit would tell it.
        Assert.Empty(features["PLT"].Units);
        Assert.True(features["PLT"].Suppressed);
    }

    [Fact]
    public async Task GivenTheSameCohortAsBaseline_WhenReported_ThenNothingDrifted_AndAShiftedOneDid()
    {
        await using var host = new OperationsHost();
        var first = await ExtractAsync(host, shift: 0);
        var same = await ReportAsync(host, first, baseline: first);
        Assert.Equal(0, same.Features.Single(feature => feature.Name == "SEX").Drift);

        var second = await ExtractAsync(host, shift: 20);
        Assert.NotEqual(first, second);
        Assert.True((await ReportAsync(host, second, baseline: first)).Features.Single(feature => feature.Name == "SEX").Drift > 0.25);
    }

    [Fact]
    public async Task GivenADataset_WhenReportedAsMeasureReport_ThenItIsValidAndSmallCellsAreNotInIt()
    {
        await using var host = new OperationsHost();
        var report = (await RunAsync(host, await ExtractAsync(host, shift: 0), "measure-report")).Resource!;

        Assert.Equal("MeasureReport", report.ResourceType);
        Assert.Empty(ResourceValidator.Validate(report).Where(issue => issue.Severity == IssueSeverity.Error).Select(issue => issue.Diagnostics));
        var groups = report.Element.GetProperty("group").EnumerateArray().ToDictionary(group => group.GetProperty("code").GetProperty("coding")[0].GetProperty("code").GetString()!);
        Assert.Equal(Patients, Count(groups["cohort"], "patients"));
        Assert.Equal(20, Count(groups["HB"], "missing"));
        Assert.Null(Count(groups["LFS"], "inconsistent-times"));
        Assert.Null(Count(groups["cohort"], "inconsistent-dates"));
    }

    [Fact]
    public async Task GivenADataset_WhenReportedAsAPage_ThenItIsHtmlWithEveryFeatureAndNoSmallCell()
    {
        await using var host = new OperationsHost();
        var file = (await RunAsync(host, await ExtractAsync(host, shift: 0), "html")).File!;
        using var stream = new MemoryStream();
        await file.WriteAsync(stream, Cancellation);
        var page = Encoding.UTF8.GetString(stream.ToArray());

        Assert.StartsWith("text/html", file.ContentType);
        Assert.All(GuideCatalog.Default.Find("mds").Dictionary.Features, feature => Assert.Contains($"<td>{feature.Name}</td>", page));
        Assert.Contains("left out", page);
        Assert.DoesNotContain("furlong", page);
    }

    [Fact]
    public async Task GivenAFormThatThereIsNot_WhenAskedFor_ThenItSaysWhichThereAre()
    {
        await using var host = new OperationsHost();
        var dataset = await ExtractAsync(host, shift: 0);
        Assert.Contains("measure-report", (await Assert.ThrowsAsync<OperationProblem>(() => RunAsync(host, dataset, "pdf"))).Message);
    }

    [Fact]
    public async Task GivenADataset_WhenPatientsChangeLater_ThenItsSnapshotStillSaysWhoWasIn()
    {
        await using var host = new OperationsHost();
        await LoadAsync(host, shift: 0);
        var first = await host.RunAsync(ContractCatalog.ExtractDataset, new ExtractDatasetInput { Guide = "mds" });
        var again = await host.RunAsync(ContractCatalog.ExtractDataset, new ExtractDatasetInput { Guide = "mds" });
        await LoadAsync(host, shift: 0, count: Patients + 5);
        var later = await host.RunAsync(ContractCatalog.ExtractDataset, new ExtractDatasetInput { Guide = "mds" });

        Assert.Equal(first.Snapshot, again.Snapshot);
        Assert.NotEqual(first.Snapshot, later.Snapshot);
        var group = (await host.Store.ReadAsync("Group", first.Snapshot.Split('/')[1], Cancellation))!.Resource!;
        Assert.Equal(Patients, group.Element.GetProperty("member").GetArrayLength());
        var reproduced = await host.RunAsync(ContractCatalog.ExtractDataset, new ExtractDatasetInput { Guide = "mds", Cohort = first.Snapshot });
        Assert.Equal((first.Rows, first.Sha256), (reproduced.Rows, reproduced.Sha256));
    }

    private static int? Count(JsonElement group, string code)
    {
        foreach (var population in group.GetProperty("population").EnumerateArray())
        {
            if (population.GetProperty("code").GetProperty("coding")[0].GetProperty("code").GetString() == code)
            {
                return population.GetProperty("count").GetInt32();
            }
        }

        return null;
    }

    private static async Task<string> ExtractAsync(OperationsHost host, int shift)
    {
        await LoadAsync(host, shift);
        return (await host.RunAsync(ContractCatalog.ExtractDataset, new ExtractDatasetInput { Guide = "mds" })).Dataset;
    }

    private static Task<QualityReportOutput> ReportAsync(OperationsHost host, string dataset, string? baseline = null)
        => host.RunAsync(ContractCatalog.QualityReport, new QualityReportInput { Dataset = dataset, Baseline = baseline });

    private static Task<OperationResult> RunAsync(OperationsHost host, string dataset, string form)
        => host.Operations.Single(operation => operation.Contract.Code == "quality-report")
            .RunAsync(ContractCatalog.QualityReport.WriteInput(new QualityReportInput { Dataset = dataset, As = form }), new OperationContext("manager", new Progress<OperationProgress>(), Cancellation));

    /// <summary>60 patients: 20 without haemoglobin, three whose leukaemia-free survival outlasts them, one who died before the diagnosis, one platelet count in furlongs.</summary>
    private static async Task LoadAsync(OperationsHost host, int shift, int count = Patients)
    {
        var rows = Enumerable.Range(0, count).Select(i => $"P{i:D3},{(i < 30 + shift ? "M" : "F")},60,1,1,{(i < 20 ? "" : "9")},100,Good,2,1,{(i < 3 ? 5 : 1)},1");
        var mds = GuideCatalog.Default.Find("mds").Dictionary;
        var source = EtlSource.Text("c.csv", "ID,SEX,AGE,BM_BLAST,ANC,HB,PLT,CYTO_IPSSR,OS_YEARS,OS_STATUS,LFS_YEARS,LFS_STATUS\n" + string.Join('\n', rows) + "\n");
        await foreach (var bundle in new EtlRunner(mds, new EtlOptions()).BundlesAsync(source, Cancellation))
        {
            await host.Store.CommitAsync([.. Bundle.Read(bundle).Entries.Select(entry => new StoreWrite(StoreMethod.Update, entry.Resource!.ResourceType, entry.Resource.Id!, entry.Resource))], Cancellation);
        }

        var patient = (await host.Store.ScanAsync("Patient", Cancellation).FirstAsync(Cancellation)).Id!;
        await PutAsync(host, $$$"""{"resourceType":"Patient","id":"{{{patient}}}","identifier":[{"system":"{{{mds.Head.Identifier.System}}}","value":"P000x"}],"gender":"male","deceasedDateTime":"2019-03"}""");
        await PutAsync(host, $$$"""{"resourceType":"Condition","id":"early","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},"subject":{"reference":"Patient/{{{patient}}}"},"code":{"coding":[{"system":"http://snomed.info/sct","code":"109995007"}]},"onsetDateTime":"2020-01-15"}""");
        await PutAsync(host, $$$"""{"resourceType":"Observation","id":"odd","status":"final","subject":{"reference":"Patient/{{{patient}}}"},"code":{"coding":[{"system":"http://loinc.org","code":"777-3"}]},"valueQuantity":{"value":1,"code":"furlong"}}""");
    }

    private static async Task PutAsync(OperationsHost host, string json)
    {
        var resource = Resource.Parse(Encoding.UTF8.GetBytes(json));
        await host.Store.CommitAsync([new StoreWrite(StoreMethod.Update, resource.ResourceType, resource.Id!, resource)], Cancellation);
    }
}
