namespace GenoMed.Fhir.Guides.Tests.Scores;

/// <summary>Every line of Table 6 of Döhner 2022 and of its notes.</summary>
public sealed class Eln2022Tests
{
    [Theory]
    // Favourable
    [InlineData("fus_RUNX1_RUNX1T1=1", "Favorable")]
    [InlineData("fus_CBFB_MYH11=1", "Favorable")]
    [InlineData("mut_NPM1=1", "Favorable")]
    [InlineData("mut_CEBPA_bZIP=1", "Favorable")]
    // Intermediate
    [InlineData("mut_NPM1=1 mut_FLT3_ITD=1", "Intermediate")]
    [InlineData("mut_FLT3_ITD=1", "Intermediate")]
    [InlineData("fus_MLLT3_KMT2A=1", "Intermediate")]
    [InlineData("cna_plus8=1", "Intermediate")]
    [InlineData("mut_DNMT3A=1", "Intermediate")]
    [InlineData("mut_CEBPA=1", "Intermediate")]
    // Adverse
    [InlineData("fus_DEK_NUP214=1", "Adverse")]
    [InlineData("fus_KMT2A_other=1", "Adverse")]
    [InlineData("fus_BCR_ABL1=1", "Adverse")]
    [InlineData("fus_KAT6A_CREBBP=1", "Adverse")]
    [InlineData("fus_GATA2_MECOM=1", "Adverse")]
    [InlineData("fus_MECOM_other=1", "Adverse")]
    [InlineData("cna_del5_5q=1", "Adverse")]
    [InlineData("cna_del7=1", "Adverse")]
    [InlineData("cna_abn17p=1", "Adverse")]
    [InlineData("complex=1", "Adverse")]
    [InlineData("monosomal=1", "Adverse")]
    [InlineData("mut_ASXL1=1", "Adverse")]
    [InlineData("mut_BCOR=1", "Adverse")]
    [InlineData("mut_EZH2=1", "Adverse")]
    [InlineData("mut_RUNX1=1", "Adverse")]
    [InlineData("mut_SF3B1=1", "Adverse")]
    [InlineData("mut_SRSF2=1", "Adverse")]
    [InlineData("mut_STAG2=1", "Adverse")]
    [InlineData("mut_U2AF1=1", "Adverse")]
    [InlineData("mut_ZRSR2=1", "Adverse")]
    [InlineData("mut_TP53=1", "Adverse")]
    // Notes
    [InlineData("mut_TP53=1 vaf_TP53=0.09", "Intermediate")]
    [InlineData("mut_TP53=1 vaf_TP53=0.1", "Adverse")]
    [InlineData("fus_RUNX1_RUNX1T1=1 mut_KIT=1 mut_FLT3_ITD=1", "Favorable")]
    [InlineData("mut_NPM1=1 complex=1", "Adverse")]
    [InlineData("mut_NPM1=1 cna_del7=1", "Adverse")]
    [InlineData("mut_NPM1=1 mut_ASXL1=1", "Favorable")]
    [InlineData("mut_CEBPA_bZIP=1 mut_SRSF2=1", "Favorable")]
    [InlineData("mut_CEBPA_bZIP=1 mut_FLT3_ITD=1", "Favorable")]
    [InlineData("fus_MLLT3_KMT2A=1 mut_ASXL1=1", "Intermediate")]
    [InlineData("mut_FLT3_ITD=1 mut_RUNX1=1", "Adverse")]
    [InlineData("mut_NPM1=1 mut_FLT3_ITD=1 mut_SRSF2=1", "Adverse")]
    [InlineData("mut_FLT3_TKD=1 mut_NPM1=1", "Favorable")]
    [InlineData("mut_MLL_PTD=1", "Intermediate")]
    public async Task GivenALineOfTheTable_WhenClassed_ThenItIsThatCategory(string known, string category)
        => Assert.Equal(category, (await Scored.Of("aml", "eln-2022", known, "as-reported")).Value.Category);

    [Fact]
    public async Task GivenNpm1AndNothingElseTested_WhenClassed_ThenEveryCategoryThatIsPossibleIsTheRange()
    {
        var result = await Scored.Of("aml", "eln-2022", "mut_NPM1=1");
        Assert.Equal(("Favorable", "Adverse", null), (result.Best.Category, result.Worst.Category, result.Value.Category));
    }

    [Fact]
    public async Task GivenACoreBindingFactorLeukaemia_WhenNothingElseWasTested_ThenItIsCertain()
    {
        var result = await Scored.Of("aml", "eln-2022", "fus_RUNX1_RUNX1T1=1");
        Assert.True(result.IsCertain);
        Assert.Equal("Favorable", result.Value.Category);
    }
}
