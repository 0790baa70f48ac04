using System.Diagnostics;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Profiles;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.Guides.Tests.Etl;

public sealed class ValidResourcesTests
{
    private static readonly CanonicalChain Known = new(GuideCatalog.Default.Canonicals, OfficialCanonicals.Instance);
    private static readonly ProfileValidator Validator = new(Known, new TerminologyService(Known));

    [Fact]
    public async Task GivenTheRealCohort_WhenTurnedIntoFhir_ThenEveryResourceConformsToItsProfile()
    {
        var rows = Rows(GuideCatalog.Default.Find("mds"), EtlSource.File(Repository.Shared("data/mds_ipssm.csv")));
        await AssertConforms(GuideCatalog.Default.Find("mds"), rows.Where((_, i) => i % 50 == 0));
    }

    public static TheoryData<string> Guides => [.. GuideCatalog.Default.Names.Where(name => GuideCatalog.Default.Find(name).Recipe is not null)];

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task GivenInventedPatients_WhenTurnedIntoFhir_ThenEveryResourceConformsToItsProfile(string name)
    {
        var guide = GuideCatalog.Default.Find(name);
        var folder = Directory.CreateTempSubdirectory("genomed-valid-").FullName;
        var file = Path.Combine(folder, "patients.csv");
        try
        {
            CohortFile.Write(file, guide.Cohorts(seed: 5, [.. guide.Recipe!.Variables.Where(variable => variable.Optional).Select(variable => variable.Name)]).Generate(60));
            await AssertConforms(guide, Rows(guide, EtlSource.File(file)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task GivenGeneratedRowsWithMissingValuesAndTexts_WhenTurnedIntoFhir_ThenEveryResourceConformsToItsProfile(string name)
    {
        var dictionary = GuideCatalog.Default.Find(name).Dictionary;
        var rows = GeneratedRows.Of(dictionary, new Random(17), 60);

        Assert.Contains(rows, row => row.TextCells.Count > 0);
        await AssertConforms(GuideCatalog.Default.Find(name), rows.ToAsyncEnumerable());
    }

    [Fact]
    public void GivenACohort_WhenMadeAGroup_ThenItConformsToItsProfile() => Assert.Empty(Issues(CohortGroup.Build("c", ["b", "a"], "Cohort")));

    [Theory]
    [InlineData("\"code\":\"718-7\"", "\"code\":\"718-9\"", "must hold")]
    [InlineData("\"value\":9.5", "\"value\":95", "out of its range")]
    [InlineData("\"code\":\"g/dL\"", "\"code\":\"g/L\"", "must hold")]
    [InlineData("\"subject\":{\"reference\":\"Patient/1\"}", "\"subject\":{\"reference\":\"Group/1\"}", "should point to")]
    [InlineData("\"status\":\"final\"", "\"status\":\"preliminary\"", "must hold")]
    [InlineData("\"valueQuantity\":{\"value\":9.5,\"unit\":\"g/dL\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"g/dL\"}", "\"valueString\":\"low\"", "allowed: Quantity")]
    public void GivenAHaemoglobin_WhenOnePartIsWrong_ThenTheProfileSaysSo(string part, string wrong, string expected)
    {
        const string Haemoglobin = """
            {"resourceType":"Observation","meta":{"profile":["https://genomed.example/fhir/mds/StructureDefinition/mds-HB"]},"status":"final",
             "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
             "code":{"coding":[{"system":"http://loinc.org","code":"718-7"}]},"subject":{"reference":"Patient/1"},"valueQuantity":{"value":9.5,"unit":"g/dL","system":"http://unitsofmeasure.org","code":"g/dL"}}
            """;

        Assert.Empty(Issues(Resource.Parse(System.Text.Encoding.UTF8.GetBytes(Haemoglobin))));
        Assert.Contains(part, Haemoglobin);
        Assert.Contains(Validator.Validate(Resource.Parse(System.Text.Encoding.UTF8.GetBytes(Haemoglobin.Replace(part, wrong, StringComparison.Ordinal)))),
            issue => issue.Severity == IssueSeverity.Error && issue.Diagnostics.Contains(expected, StringComparison.Ordinal));
    }

    private static IAsyncEnumerable<PatientRow> Rows(Guide guide, EtlSource source)
        => new EtlRunner(guide.Dictionary, new EtlOptions()).RowsAsync(source, TestContext.Current.CancellationToken);

    private static async Task AssertConforms(Guide guide, IAsyncEnumerable<PatientRow> rows)
    {
        var toFhir = new RowToFhir(guide.Dictionary, new EtlOptions());
        var resources = 0;
        var watch = Stopwatch.StartNew();
        await foreach (var row in rows)
        {
            foreach (var entry in toFhir.Entries(row))
            {
                Assert.Empty(Issues(entry.Resource!));
                resources++;
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{resources} resources, {watch.ElapsedMilliseconds} ms");
        Assert.True(resources > 500, $"{resources}");
    }

    // Not even a warning: an unknown profile or a code that cannot be told would be one.
    private static IEnumerable<string> Issues(Resource resource)
        => Validator.Validate(resource).Select(issue => $"{resource.ResourceType}/{resource.Id} {issue.Expression}: {issue.Diagnostics}");
}
