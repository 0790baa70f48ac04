using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Guides.Tests.Dictionary;

public sealed class MdsDictionaryTests
{
    private static readonly Guide Mds = GuideCatalog.Default.Find("mds");

    [Fact]
    public void GivenTheInstalledGuides_WhenListed_ThenMdsIsThere() => Assert.Contains("mds", GuideCatalog.Default.Names);

    [Fact]
    public void GivenTheRealCohort_WhenItsHeaderIsRead_ThenTheDictionaryHasAllItsColumns()
    {
        var header = File.ReadLines(Repository.Shared("data/mds_ipssm.csv")).First().Split(',');

        var columns = Mds.Dictionary.Features.SelectMany(feature => feature.Columns).Prepend(Mds.Dictionary.Head.Identifier.Column);

        Assert.Empty(header.Except(columns));
    }

    [Fact]
    public void GivenMdsSchema_WhenInputsAreTaken_ThenNoOutcomeScoreOrTreatmentIsAmongThem()
    {
        var inputs = Mds.Dictionary.Schema.WithRole(FeatureRole.Input).Select(feature => feature.Name).ToArray();

        Assert.Contains("HB", inputs);
        Assert.Contains("mut_TP53multi", inputs);
        Assert.DoesNotContain(inputs, name => name.StartsWith("IPSS", StringComparison.Ordinal) || name is "OS" or "LFS" or "AMLt" or "hma" or "transplant");
        Assert.Equal(11 + 1 + 1 + 72 + 43, inputs.Length);
    }

    [Fact]
    public void GivenMdsGenes_WhenCodesAreCompared_ThenNoTwoFeaturesOfAPanelShareOne()
    {
        var keys = Mds.Dictionary.Features.Where(feature => feature.Carrier.Panel is not null).Select(feature => feature.Codings[0].Key).ToArray();

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }
}
