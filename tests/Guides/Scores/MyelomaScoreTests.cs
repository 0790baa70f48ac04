namespace GenoMed.Fhir.Guides.Tests.Scores;

/// <summary>ISS (Greipp 2005), R-ISS (Palumbo 2015) and R2-ISS (D'Agostino 2022), criterion by criterion.</summary>
public sealed class MyelomaScoreTests
{
    private const string Standard = " LDH=180 LDH_ULN=250 fish_del17p=0 fish_t4_14=0 fish_t14_16=0 fish_gain1q=0";

    [Theory]
    [InlineData("B2M=3.4 ALBUMIN=3.5", "I")]
    [InlineData("B2M=3.5 ALBUMIN=3.5", "II")]
    [InlineData("B2M=3.4 ALBUMIN=3.4", "II")]
    [InlineData("B2M=5.4 ALBUMIN=2", "II")]
    [InlineData("B2M=5.5 ALBUMIN=4", "III")]
    public async Task GivenBeta2MicroglobulinAndAlbumin_WhenStaged_ThenTheIss(string known, string stage)
        => Assert.Equal(stage, (await Scored.Of("mm", "iss", known)).Value.Category);

    [Theory]
    [InlineData("B2M=3 ALBUMIN=4" + Standard, "I")]
    [InlineData("B2M=3 ALBUMIN=4 LDH=251 LDH_ULN=250 fish_del17p=0 fish_t4_14=0 fish_t14_16=0", "II")]
    [InlineData("B2M=3 ALBUMIN=4 LDH=250 LDH_ULN=250 fish_del17p=0 fish_t4_14=0 fish_t14_16=0", "I")]
    [InlineData("B2M=3 ALBUMIN=4 LDH=180 LDH_ULN=250 fish_del17p=1 fish_t4_14=0 fish_t14_16=0", "II")]
    [InlineData("B2M=3 ALBUMIN=4 LDH=180 LDH_ULN=250 fish_del17p=0 fish_t4_14=1 fish_t14_16=0", "II")]
    [InlineData("B2M=3 ALBUMIN=4 LDH=180 LDH_ULN=250 fish_del17p=0 fish_t4_14=0 fish_t14_16=1", "II")]
    [InlineData("B2M=4 ALBUMIN=4" + Standard, "II")]
    [InlineData("B2M=6 ALBUMIN=4" + Standard, "II")]
    [InlineData("B2M=6 ALBUMIN=4 LDH=300 LDH_ULN=250 fish_del17p=0 fish_t4_14=0 fish_t14_16=0", "III")]
    [InlineData("B2M=6 ALBUMIN=4 LDH=180 LDH_ULN=250 fish_del17p=1 fish_t4_14=0 fish_t14_16=0", "III")]
    [InlineData("B2M=6 ALBUMIN=4 LDH=180 LDH_ULN=250 fish_del17p=0 fish_t4_14=1 fish_t14_16=0", "III")]
    [InlineData("B2M=6 ALBUMIN=4 LDH=180 LDH_ULN=250 fish_del17p=0 fish_t4_14=0 fish_t14_16=1", "III")]
    [InlineData("B2M=4 ALBUMIN=4 LDH=900 LDH_ULN=250 fish_del17p=1 fish_t4_14=1 fish_t14_16=1", "II")]
    [InlineData("B2M=3 ALBUMIN=4 LDH=230 LDH_ULN=220 fish_del17p=0 fish_t4_14=0 fish_t14_16=0", "II")]
    public async Task GivenTheCriteria_WhenStaged_ThenTheRiss(string known, string stage)
    {
        var result = await Scored.Of("mm", "r-iss", known);
        Assert.True(result.IsCertain);
        Assert.Equal(stage, result.Value.Category);
    }

    [Fact]
    public async Task GivenIss3AndNormalLdh_WhenFishWasNotDone_ThenStageTwoOrThree()
    {
        var result = await Scored.Of("mm", "r-iss", "B2M=6 ALBUMIN=4 LDH=180 LDH_ULN=250");
        Assert.Equal(("II", "III", null), (result.Best.Category, result.Worst.Category, result.Value.Category));
    }

    [Theory]
    [InlineData("B2M=3 ALBUMIN=4" + Standard, 0, "Low")]
    [InlineData("B2M=4 ALBUMIN=4" + Standard, 1, "Low-Intermediate")]
    [InlineData("B2M=6 ALBUMIN=4" + Standard, 1.5, "Intermediate-High")]
    [InlineData("B2M=3 ALBUMIN=4 LDH=180 LDH_ULN=250 fish_del17p=1 fish_t4_14=0 fish_gain1q=0", 1, "Low-Intermediate")]
    [InlineData("B2M=3 ALBUMIN=4 LDH=300 LDH_ULN=250 fish_del17p=0 fish_t4_14=0 fish_gain1q=0", 1, "Low-Intermediate")]
    [InlineData("B2M=3 ALBUMIN=4 LDH=180 LDH_ULN=250 fish_del17p=0 fish_t4_14=1 fish_gain1q=0", 1, "Low-Intermediate")]
    [InlineData("B2M=3 ALBUMIN=4 LDH=180 LDH_ULN=250 fish_del17p=0 fish_t4_14=0 fish_gain1q=1", 0.5, "Low-Intermediate")]
    [InlineData("B2M=6 ALBUMIN=4 LDH=300 LDH_ULN=250 fish_del17p=0 fish_t4_14=0 fish_gain1q=0", 2.5, "Intermediate-High")]
    [InlineData("B2M=6 ALBUMIN=4 LDH=300 LDH_ULN=250 fish_del17p=0 fish_t4_14=0 fish_gain1q=1", 3, "High")]
    [InlineData("B2M=6 ALBUMIN=4 LDH=300 LDH_ULN=250 fish_del17p=1 fish_t4_14=1 fish_gain1q=1", 5, "High")]
    public async Task GivenTheCriteria_WhenScored_ThenTheR2iss(string known, double points, string category)
    {
        var result = await Scored.Of("mm", "r2-iss", known);
        Assert.Equal((points, category), (result.Value.Score, result.Value.Category));
    }

    [Theory]
    [InlineData("LDH=180 LDH_ULN=250 fish_del17p=0 fish_t4_14=0 fish_gain1q=0 B2M=3", 0, 1)]
    [InlineData("LDH=180 LDH_ULN=250 fish_del17p=0 fish_t4_14=0 fish_gain1q=0 ALBUMIN=4", 0, 1.5)]
    [InlineData("LDH=180 LDH_ULN=250 fish_del17p=0 fish_t4_14=0 B2M=3 ALBUMIN=4", 0, 0.5)]
    public async Task GivenAMissingCriterion_WhenScored_ThenBestAndWorst(string known, double best, double worst)
    {
        var result = await Scored.Of("mm", "r2-iss", known);
        Assert.Equal((best, worst), (result.Best.Score, result.Worst.Score));
    }

    [Fact]
    public async Task GivenAlbuminInGramsPerLitre_WhenStaged_ThenItIsConverted()
        => Assert.Equal("I", (await Scored.Of("mm", "iss", "B2M=3 ALBUMIN[g/L]=41")).Value.Category);
}
