using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Publishing;

namespace GenoMed.Fhir.Guides.Tests.Publishing;

/// <summary>What SAFE compares follows from the dictionary.</summary>
public sealed class SafeFeaturesTests
{
    [Theory]
    [InlineData("mds", "mut_SF3B1", "cna_del5q")]
    [InlineData("aml", "mut_NPM1", "fus_RUNX1_RUNX1T1")]
    [InlineData("cmml", "mut_ASXL1", "cna_plus8")]
    [InlineData("mm", "mut_TP53", "fish_del17p")]
    public void GivenAGuide_WhenItsLesionsAreAsked_ThenGenesAndChromosomesAreToldApart(string name, string gene, string chromosome)
    {
        var guide = GuideCatalog.Default.Find(name);
        var features = SafeFeatures.Of(guide, [.. guide.Dictionary.Schema.WithRole(FeatureRole.Input).Select(feature => feature.Name)], guide.Outcome);

        Assert.Contains(gene, features.Lesions);
        Assert.DoesNotContain(gene, features.Cytogenetics);
        Assert.Contains(features.Cytogenetics, lesion => lesion == chromosome);
        Assert.NotEmpty(features.Prognostic);
        Assert.Equal(guide.Outcome, features.Schema.Features[^1].Name);
    }

    [Fact]
    public void GivenGenesThatFollowFromOthers_WhenTheLesionsAreAsked_ThenTheyAreNamedAsDerived()
    {
        var guide = GuideCatalog.Default.Find("mds");
        var features = SafeFeatures.Of(guide, ["AGE", "mut_TP53", "mut_TP53multi"], "OS");

        Assert.Equal(["mut_TP53multi"], features.Derived);
        Assert.Equal(["AGE", "mut_TP53"], features.Prognostic);
    }
}
