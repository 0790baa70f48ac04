using GenoMed.Fhir.Guides.Documentation;
using GenoMed.Fhir.Guides.Etl;

namespace GenoMed.Fhir.Guides.Tests.Documentation;

public sealed class GuidePageTests
{
    public static TheoryData<string> Guides => [.. GuideCatalog.Default.Names];

    [Theory]
    [MemberData(nameof(Guides))]
    public void GivenAGuide_WhenItsPageIsMadeAgain_ThenItIsTheOneInDocs(string guide)
    {
        var file = Path.Combine(RepositoryPaths.Root, "docs", "guides", $"{guide}.md");

        Assert.True(File.Exists(file), $"docs/guides/{guide}.md is missing; run 'genomed guide docs'");
        Assert.True(GuidePage.Write(Guide.Load(RepositoryPaths.Guide(guide))) == File.ReadAllText(file), $"docs/guides/{guide}.md is stale; run 'genomed guide docs'");
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task GivenAGuide_WhenItsExamplesAreChecked_ThenEveryRowIsGood(string guide)
    {
        var disease = Guide.Load(RepositoryPaths.Guide(guide));
        var report = await new EtlChecker(disease.Dictionary, new EtlOptions())
            .CheckAsync(EtlSource.File(RepositoryPaths.Guide(guide, "examples", "patients.csv")), null, TestContext.Current.CancellationToken);

        Assert.True(report.Clean && report.WarningCount == 0 && report.GoodRows > 0, report.ToText());
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void GivenAGuide_WhenEveryFeatureIsLookedFor_ThenThePageHasIt(string guide)
    {
        var page = GuidePage.Write(GuideCatalog.Default.Find(guide));
        Assert.All(GuideCatalog.Default.Find(guide).Dictionary.Features, feature => Assert.Contains($"`{feature.Name}`", page));
    }
}
