using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Variants;

namespace GenoMed.Fhir.Guides.Tests.Variants;

/// <summary>Forms of the HGVS nomenclature's own pages, and what is not HGVS.</summary>
public sealed class HgvsTests
{
    [Theory]
    [InlineData("NM_005228.5:c.2369C>T")]
    [InlineData("c.743G>A")]
    [InlineData("NG_012232.1(NM_004006.2):c.93+1G>T")]
    [InlineData("LRG_199t1:c.79_80delinsTT")]
    [InlineData("NM_004006.2:c.-3-2A>G")]
    [InlineData("NM_004006.2:c.*24G>A")]
    [InlineData("NM_004006.2:c.20_23dup")]
    [InlineData("NM_004006.2:c.4375_4379del")]
    [InlineData("NM_004006.2:c.849_850ins858_895")]
    [InlineData("NM_004006.2:c.(4071+1_4072-1)_(5154+1_5155-1)del")]
    [InlineData("NM_004006.2:c.5657_5660inv")]
    [InlineData("NM_004119.3:c.1770_1771insTTC")]
    [InlineData("ENST00000269305.9:c.672+1G>T")]
    [InlineData("NR_002196.2:n.601G>T")]
    public void GivenAChangeOfTheCodingSequence_WhenChecked_ThenItIsHgvs(string text) => Assert.True(Hgvs.IsValid(TextSyntax.HgvsCoding, text));

    [Theory]
    [InlineData("NP_003997.1:p.Trp24Cys")]
    [InlineData("NP_003997.1:p.(Trp24Cys)")]
    [InlineData("p.R882H")]
    [InlineData("p.W288fs*12")]
    [InlineData("p.(Trp288CysfsTer12)")]
    [InlineData("NP_003997.2:p.Lys23_Val25del")]
    [InlineData("p.Cys28delinsTrpVal")]
    [InlineData("p.His4_Gln5insAla")]
    [InlineData("p.Trp26Ter")]
    [InlineData("p.Trp26*")]
    [InlineData("p.Met1ext-5")]
    [InlineData("p.Ter110GlnextTer17")]
    [InlineData("p.(Cys123=)")]
    [InlineData("p.Met1?")]
    [InlineData("p.?")]
    [InlineData("p.0")]
    public void GivenAChangeOfTheProtein_WhenChecked_ThenItIsHgvs(string text) => Assert.True(Hgvs.IsValid(TextSyntax.HgvsProtein, text));

    [Theory]
    [InlineData("NC_000016.10:g.2074199_2088611dup")]
    [InlineData("NC_000017.11:g.7674220C>T")]
    [InlineData("NC_012920.1:m.3243A>G")]
    public void GivenAChangeOfTheGenome_WhenChecked_ThenItIsHgvs(string text) => Assert.True(Hgvs.IsValid(TextSyntax.HgvsGenomic, text));

    [Theory]
    [InlineData(TextSyntax.HgvsCoding, "R882H")]
    [InlineData(TextSyntax.HgvsCoding, "p.R882H")]
    [InlineData(TextSyntax.HgvsCoding, "c.743G>Z")]
    [InlineData(TextSyntax.HgvsCoding, "c.743")]
    [InlineData(TextSyntax.HgvsCoding, "TP53:c.743G>A")]
    [InlineData(TextSyntax.HgvsCoding, "NM_000546:c.743G>A")]
    [InlineData(TextSyntax.HgvsCoding, "c.743 G>A")]
    [InlineData(TextSyntax.HgvsCoding, "c.743G>A\n")]
    [InlineData(TextSyntax.HgvsProtein, "c.743G>A")]
    [InlineData(TextSyntax.HgvsProtein, "p.Arg248Foo")]
    [InlineData(TextSyntax.HgvsProtein, "p.(R248Q")]
    [InlineData(TextSyntax.HgvsProtein, "mutated")]
    [InlineData(TextSyntax.HgvsGenomic, "c.743G>A")]
    [InlineData(TextSyntax.HgvsGenomic, "chr17:7674220")]
    public void GivenWhatIsNot_WhenChecked_ThenItIsRefused(TextSyntax syntax, string text) => Assert.False(Hgvs.IsValid(syntax, text));
}
