using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.R5.Validation;

namespace GenoMed.Fhir.Guides.Tests.Etl;

public sealed class ValidResourcesTests
{
    private static readonly Guide Mds = GuideCatalog.Default.Find("mds");

    [Fact]
    public async Task GivenTheRealCohort_WhenTurnedIntoFhir_ThenEveryResourceIsValidR5()
    {
        var toFhir = new RowToFhir(Mds.Dictionary, new EtlOptions());
        var rows = new EtlRunner(Mds.Dictionary, new EtlOptions()).RowsAsync(EtlSource.File(Repository.Shared("data/mds_ipssm.csv")), TestContext.Current.CancellationToken);
        await foreach (var row in rows.Where((_, i) => i % 50 == 0))
        {
            foreach (var entry in toFhir.Entries(row))
            {
                Assert.Empty(ResourceValidator.Validate(entry.Resource!).Select(issue => $"{entry.Request!.Url}: {issue.Diagnostics}"));
            }
        }
    }

    [Fact]
    public void GivenACohort_WhenMadeAGroup_ThenItIsValidR5()
        => Assert.Empty(ResourceValidator.Validate(CohortGroup.Build("c", ["b", "a"], "Cohort")).Select(issue => issue.Diagnostics));
}
