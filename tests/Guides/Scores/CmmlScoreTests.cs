namespace GenoMed.Fhir.Guides.Tests.Scores;

/// <summary>CPSS (Such 2013) and CPSS-Mol (Elena 2016), criterion by criterion.</summary>
public sealed class CmmlScoreTests
{
    private const string Least = "BM_BLAST=2 WBC=8 CYTO_CPSS=Low transfusion=0 HB=12 ";
    private const string Wild = "mut_ASXL1=0 mut_NRAS=0 mut_SETBP1=0 mut_RUNX1=0 ";

    [Theory]
    [InlineData(Least, 0, "Low")]
    [InlineData("BM_BLAST=9.9 WBC=12.9 CYTO_CPSS=Low transfusion=0", 0, "Low")]
    [InlineData("BM_BLAST=10 WBC=8 CYTO_CPSS=Low transfusion=0", 1, "Intermediate-1")]
    [InlineData("BM_BLAST=2 WBC=13 CYTO_CPSS=Low transfusion=0", 1, "Intermediate-1")]
    [InlineData("BM_BLAST=2 WBC=8 CYTO_CPSS=Intermediate transfusion=0", 1, "Intermediate-1")]
    [InlineData("BM_BLAST=2 WBC=8 CYTO_CPSS=High transfusion=0", 2, "Intermediate-2")]
    [InlineData("BM_BLAST=2 WBC=8 CYTO_CPSS=Low transfusion=1", 1, "Intermediate-1")]
    [InlineData("BM_BLAST=10 WBC=13 CYTO_CPSS=Intermediate transfusion=0", 3, "Intermediate-2")]
    [InlineData("BM_BLAST=10 WBC=13 CYTO_CPSS=Intermediate transfusion=1", 4, "High")]
    [InlineData("BM_BLAST=10 WBC=13 CYTO_CPSS=High transfusion=1", 5, "High")]
    public async Task GivenACriterion_WhenScoredByCpss_ThenItsPointsCount(string known, double points, string category)
        => Assert.Equal((points, category), Value(await Scored.Of("cmml", "cpss", known)));

    [Theory]
    [InlineData("BM_BLAST=2 WBC=8 CYTO_CPSS=Low HB=9.9", "transfusion", 1)]
    [InlineData("BM_BLAST=2 WBC=8 CYTO_CPSS=Low HB=10", "transfusion", 0)]
    [InlineData("BM_BLAST=2 WBC=8 CYTO_CPSS=Low HB=9.9 transfusion=0", "transfusion", 0)]
    [InlineData("BM_BLAST=2 WBC=8 CYTO_CPSS=Low HB=9.9 transfusion=0", "haemoglobin", 1)]
    public async Task GivenHaemoglobin_WhenScored_ThenTheAlternativeScoreTakesIt(string known, string convention, double points)
        => Assert.Equal(points, (await Scored.Of("cmml", "cpss", known, convention)).Value.Score);

    [Theory]
    [InlineData("mut_ASXL1=0 mut_NRAS=0 mut_SETBP1=0 mut_RUNX1=0", 0, "Low")]
    [InlineData("mut_ASXL1=1 mut_NRAS=0 mut_SETBP1=0 mut_RUNX1=0", 1, "Intermediate-1")]
    [InlineData("mut_ASXL1=0 mut_NRAS=1 mut_SETBP1=0 mut_RUNX1=0", 1, "Intermediate-1")]
    [InlineData("mut_ASXL1=0 mut_NRAS=0 mut_SETBP1=1 mut_RUNX1=0", 1, "Intermediate-1")]
    [InlineData("mut_ASXL1=0 mut_NRAS=0 mut_SETBP1=0 mut_RUNX1=1", 2, "Intermediate-2")]
    [InlineData("mut_ASXL1=1 mut_NRAS=0 mut_SETBP1=0 mut_RUNX1=1", 3, "Intermediate-2")]
    [InlineData("mut_ASXL1=1 mut_NRAS=1 mut_SETBP1=1 mut_RUNX1=1", 3, "Intermediate-2")]
    public async Task GivenMutations_WhenScoredByCpssMol_ThenTheGeneticGroupCounts(string genes, double points, string category)
        => Assert.Equal((points, category), Value(await Scored.Of("cmml", "cpss-mol", Least + genes)));

    [Theory]
    [InlineData("BM_BLAST=5 WBC=8 CYTO_CPSS=Low transfusion=0 HB=12 ", 1)]
    [InlineData("BM_BLAST=4.9 WBC=8 CYTO_CPSS=Low transfusion=0 HB=12 ", 0)]
    [InlineData("BM_BLAST=2 WBC=13 CYTO_CPSS=Low transfusion=0 HB=12 ", 1)]
    [InlineData("BM_BLAST=2 WBC=8 CYTO_CPSS=Low transfusion=1 HB=12 ", 1)]
    [InlineData("BM_BLAST=2 WBC=8 CYTO_CPSS=Intermediate transfusion=0 HB=12 ", 1)]
    [InlineData("BM_BLAST=2 WBC=8 CYTO_CPSS=High transfusion=0 HB=12 ", 2)]
    [InlineData("BM_BLAST=5 WBC=13 CYTO_CPSS=High transfusion=1 HB=12 ", 5)]
    public async Task GivenACriterion_WhenScoredByCpssMol_ThenItsPointsCount(string clinical, double points)
        => Assert.Equal(points, (await Scored.Of("cmml", "cpss-mol", clinical + Wild)).Value.Score);

    [Fact]
    public async Task GivenGenesThatWereNotTested_WhenScoredByCpssMol_ThenBestAndWorstSayWhatIsOpen()
    {
        var result = await Scored.Of("cmml", "cpss-mol", Least + "mut_ASXL1=1");
        Assert.Equal((1.0, 3.0), (result.Best.Score, result.Worst.Score));
        Assert.False(result.IsCertain);
    }

    private static (double, string?) Value(Guides.Scores.ScoreResult result) => (result.Value.Score, result.Value.Category);
}
