using System.Text;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.ExtractDataset;
using GenoMed.Fhir.Operations.Tests.Support;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Tests.ExtractDataset;

public sealed class ExtractDatasetOperationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GivenLoadedPatients_WhenExtractedTwice_ThenTheDatasetIsTheSameAndSpeaksOfAllFeatures()
    {
        await using var host = new OperationsHost();
        await LoadAsync(host, 25);

        var first = await ExtractAsync(host);
        var second = await ExtractAsync(host);

        Assert.Equal((25, first.Dataset, first.Sha256), (second.Rows, second.Dataset, second.Sha256));
        Assert.Equal(GuideCatalog.Default.Find("mds").Dictionary.Schema.Features.Select(feature => feature.Name), first.Features.Select(feature => feature.Name));
        Assert.All(first.Features, feature => Assert.True(feature.Suppressed == (feature.Present is null || feature.OutOfRange is null || feature.UnexpectedUnit is null || feature.UnknownCode is null || feature.Conflicts is null)));
        Assert.All(first.Features, feature => Assert.False(feature.Present is > 0 and < 10 || feature.Missing is > 0 and < 10));
    }

    [Fact]
    public async Task GivenACohort_WhenExtracted_ThenOnlyItsActiveMembersAreTaken()
    {
        await using var host = new OperationsHost();
        await LoadAsync(host, 25);
        var patients = await PatientsAsync(host);
        await GroupAsync(host, patients[..12], inactive: patients[12]);

        var cohort = await ExtractAsync(host, "Group/some");

        Assert.Equal(12, cohort.Rows);
        Assert.NotEqual((await ExtractAsync(host)).Dataset, cohort.Dataset);
    }

    [Fact]
    public async Task GivenACohortOfNine_WhenExtracted_ThenUnprocessable()
    {
        await using var host = new OperationsHost();
        await LoadAsync(host, 25);
        var patients = await PatientsAsync(host);
        await GroupAsync(host, patients[..9], inactive: patients[9]);

        await RefusedAsync(host, new ExtractDatasetInput { Guide = "mds", Cohort = "Group/some" }, ProblemKind.Unprocessable, "cohort");
    }

    [Theory]
    [InlineData("nosuch", null, ProblemKind.NotFound, "guide")]
    [InlineData("../mds", null, ProblemKind.NotFound, "guide")]
    [InlineData("mds", "Group/none", ProblemKind.NotFound, "cohort")]
    [InlineData("mds", "Patient/1", ProblemKind.Invalid, "cohort")]
    [InlineData("mds", null, ProblemKind.Unprocessable, "cohort")]
    public async Task GivenWhatTheNodeDoesNotHave_WhenExtracted_ThenTheParameterIsNamed(string guide, string? cohort, ProblemKind kind, string parameter)
    {
        await using var host = new OperationsHost();

        await RefusedAsync(host, new ExtractDatasetInput { Guide = guide, Cohort = cohort }, kind, parameter);
    }

    private static Task<ExtractDatasetOutput> ExtractAsync(OperationsHost host, string? cohort = null)
        => host.RunAsync(ContractCatalog.ExtractDataset, new ExtractDatasetInput { Guide = "mds", Cohort = cohort });

    private static async Task RefusedAsync(OperationsHost host, ExtractDatasetInput input, ProblemKind kind, string parameter)
    {
        var problem = await Assert.ThrowsAsync<OperationProblem>(() => host.RunAsync(ContractCatalog.ExtractDataset, input));

        Assert.Equal((kind, $"Parameters.parameter.where(name='{parameter}')"), (problem.Kind, problem.Issues[0].Expression));
    }

    private static async Task<List<string>> PatientsAsync(OperationsHost host)
    {
        var ids = new List<string>();
        await foreach (var patient in host.Store.ScanAsync("Patient", Cancellation))
        {
            ids.Add(patient.Id!);
        }

        return ids;
    }

    private static Task GroupAsync(OperationsHost host, IReadOnlyList<string> patients, string inactive)
    {
        var members = string.Join(",", patients.Select(id => $$$"""{"entity":{"reference":"Patient/{{{id}}}"}}"""));
        var group = $$"""{"resourceType":"Group","id":"some","type":"person","membership":"enumerated","member":[{{members}},{"entity":{"reference":"Patient/{{inactive}}"},"inactive":true}]}""";
        return PutAsync(host, [Resource.Parse(Encoding.UTF8.GetBytes(group))]);
    }

    private static async Task LoadAsync(OperationsHost host, int patients)
    {
        var guide = GuideCatalog.Default.Find("mds");
        var file = Path.Combine(Directory.CreateTempSubdirectory("genomed-extract-").FullName, "cohort.csv");
        CohortFile.Write(file, guide.Cohorts(seed: 1).Generate(patients));
        await foreach (var bundle in new EtlRunner(guide.Dictionary, new EtlOptions()).BundlesAsync(EtlSource.File(file), Cancellation))
        {
            await PutAsync(host, bundle.Element.GetProperty("entry").EnumerateArray().Select(entry => Resource.FromElement(entry.GetProperty("resource"))));
        }

        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static Task PutAsync(OperationsHost host, IEnumerable<Resource> resources)
        => host.Store.CommitAsync([.. resources.Select(resource => new StoreWrite(StoreMethod.Update, resource.ResourceType, resource.Id!, resource))], Cancellation);
}
