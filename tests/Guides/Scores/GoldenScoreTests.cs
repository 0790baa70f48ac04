using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Scores;

namespace GenoMed.Fhir.Guides.Tests.Scores;

/// <summary>IPSS-M, IPSS-R and IPSS-RA against the files that the study and its calculators published.</summary>
public sealed class GoldenScoreTests
{
    private static readonly Guide Mds = Guide.Load(RepositoryPaths.Guide("mds"));

    [Theory]
    [InlineData("ipss-m", "IPSSM_SCORE", "IPSSM", 0.011)]
    [InlineData("ipss-r", "IPSSR_SCORE", "IPSSR", 1e-9)]
    [InlineData("ipss-ra", "IPSSRA_SCORE", "IPSSRA", 1e-9)]
    public async Task GivenThePublishedPatients_WhenScored_ThenEveryScoreAndCategoryIsThePublishedOne(string score, string number, string category, double tolerance)
    {
        var file = RepositoryPaths.SharedData("ipssm", "api_Bernard_et_all_2022_NJEM_Evid.csv");
        var published = ById(file);

        var scored = await Score(score, file);

        Assert.Equal(2648, scored.Count);
        Assert.All(scored, patient =>
        {
            Assert.InRange(patient.Result.Value.Score - double.Parse(published[patient.Id][number], Invariant), -tolerance, tolerance);
            Assert.Equal(published[patient.Id][category], patient.Result.Value.Category);
            Assert.True(patient.Result.IsCertain);
        });
    }

    [Fact]
    public async Task GivenTheCountAndLossOfTp53Only_WhenScored_ThenTheAllelicStateIsDerivedAsPublished()
    {
        var file = RepositoryPaths.SharedData("ipssm", "api_Bernard_et_all_2022_NJEM_Evid.csv");
        var published = ById(file);
        var derived = CohortFile.Read(file);
        var without = Path.GetTempFileName();
        CohortFile.Write(without, derived with { Header = [.. derived.Header.Select(name => name == "TP53multi" ? "published" : name)] });

        var scored = await Score("ipss-m", without);
        File.Delete(without);

        Assert.All(scored, patient => Assert.InRange(patient.Result.Value.Score - double.Parse(published[patient.Id]["IPSSM_SCORE"], Invariant), -0.011, 0.011));
    }

    [Fact]
    public async Task GivenTheCalculatorsExamples_WhenScored_ThenBestMeanAndWorstAreTheirs()
    {
        var expected = ById(RepositoryPaths.SharedData("ipssm", "expected_api.csv"));
        foreach (var (id, result) in await Score("ipss-m", RepositoryPaths.SharedData("ipssm", "api_IPSSMexample.csv")))
        {
            AssertValue(expected[id], "IPSSM_SCORE", "IPSSM_CAT", result.Mean);
            AssertValue(expected[id], "IPSSM_SCORE_BEST", "IPSSM_CAT_BEST", result.Best);
            AssertValue(expected[id], "IPSSM_SCORE_WORST", "IPSSM_CAT_WORST", result.Worst);
        }
    }

    [Theory]
    [InlineData("ipss-r", "IPSSR_SCORE", "IPSSR_CAT")]
    [InlineData("ipss-ra", "IPSSRA_SCORE", "IPSSRA_CAT")]
    public async Task GivenTheCalculatorsExamples_WhenScoredByIpssr_ThenTheResultsAreTheirsAndMissingWhereAnInputIs(string score, string number, string category)
    {
        var expected = ById(RepositoryPaths.SharedData("ipssm", "expected_api.csv"));
        foreach (var (id, result) in await Score(score, RepositoryPaths.SharedData("ipssm", "api_IPSSMexample.csv")))
        {
            AssertValue(expected[id], number, category, result.Value);
        }
    }

    [Fact]
    public async Task GivenThePackagesExamples_WhenScoredByItsConvention_ThenBestMeanAndWorstAreIts()
    {
        var expected = ById(RepositoryPaths.SharedData("ipssm", "expected_r_package.csv"));
        foreach (var (id, result) in await Score("ipss-m", RepositoryPaths.SharedData("ipssm", "r_IPSSMexample.csv"), convention: "r-package"))
        {
            AssertValue(expected[id], "IPSSMscore", "IPSSMcat", result.Value);
            AssertValue(expected[id], "IPSSMscore_mean", "IPSSMcat_mean", result.Mean);
            AssertValue(expected[id], "IPSSMscore_best", "IPSSMcat_best", result.Best);
            AssertValue(expected[id], "IPSSMscore_worst", "IPSSMcat_worst", result.Worst);
        }
    }

    [Theory]
    [InlineData("api", 2)]
    [InlineData("r-package", 4)]
    public async Task GivenNoHaemoglobin_WhenScored_ThenTheWorstCaseIsTheConventions(string convention, double worst)
    {
        var known = await Scored("p,10,100,5,Int", convention);
        var missing = await Scored("p,,100,5,Int", convention);

        var expected = known.Best.Score + (-0.171 * (worst - 10) / Math.Log(2));
        Assert.InRange(missing.Worst.Score - known.Worst.Score - (expected - known.Best.Score), -0.011, 0.011);
    }

    [Fact]
    public async Task GivenHaemoglobinBelowFour_WhenScored_ThenOneConventionTakesItAsItIsAndTheOtherClips()
    {
        var (low, four) = ("p,3,100,5,Int", "p,4,100,5,Int");
        Assert.True((await Scored(low, "api")).Mean.Score > (await Scored(four, "api")).Mean.Score);
        Assert.Equal((await Scored(four, "r-package")).Mean.Score, (await Scored(low, "r-package")).Mean.Score);
    }

    [Fact]
    public async Task GivenNothingButBlood_WhenScoredByThePackagesConvention_ThenTheRangeIsTooWideForAScore()
    {
        var result = await Scored("p,10,100,5,Int", "r-package");
        Assert.False(result.Value.IsKnown);
        Assert.True(result.Mean.IsKnown);
    }

    [Fact]
    public async Task GivenASiteThatGivesAllelesAsPercentages_WhenScoredWithItsSiteFile_ThenTheSameAsFractions()
    {
        const string Columns = "ID,HB,PLT,BM_BLAST,CYTO_IPSSR,TP53mut,del17_17p,TP53loh,TP53maxvaf\n";
        var site = SiteFile.Load(RepositoryPaths.Guide("mds", "sites", "ipssm-calculator.yaml"));

        var percent = await Single(new FileScorer(Mds, Mds.Score("ipss-m"), site), $"{Columns}p,9,100,5,Int,1,0,,85\n");
        var fraction = await Single(new FileScorer(Mds, Mds.Score("ipss-m")), $"{Columns}p,9,100,5,Int,1,0,,0.85\n");
        var below = await Single(new FileScorer(Mds, Mds.Score("ipss-m")), $"{Columns}p,9,100,5,Int,1,0,,0.40\n");

        Assert.Equal(fraction.Mean, percent.Mean);
        Assert.InRange(fraction.Mean.Score - below.Mean.Score, (1.18 / Math.Log(2)) - 0.011, (1.18 / Math.Log(2)) + 0.011);
    }

    private static Task<ScoreResult> Scored(string row, string convention)
        => Single(new FileScorer(Mds, Mds.Score("ipss-m"), convention: convention), $"ID,HB,PLT,BM_BLAST,CYTO_IPSSR\n{row}\n");

    private static async Task<ScoreResult> Single(FileScorer scorer, string text)
        => (await scorer.ScoreAsync(EtlSource.Text("one.csv", text), TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken)).Result;

    private static async Task<List<(string Id, ScoreResult Result)>> Score(string score, string file, string? convention = null)
    {
        var scorer = new FileScorer(Mds, Mds.Score(score), convention: convention);
        Assert.True((await scorer.CheckAsync(EtlSource.File(file), TestContext.Current.CancellationToken)).Clean);
        return await scorer.ScoreAsync(EtlSource.File(file), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static void AssertValue(Dictionary<string, string> expected, string number, string category, ScoreValue actual)
    {
        var known = double.Parse(expected[number], Invariant);
        Assert.Equal((known, double.IsNaN(known) ? null : expected[category]), (actual.Score, actual.Category));
    }

    private static Dictionary<string, Dictionary<string, string>> ById(string file)
    {
        var cohort = CohortFile.Read(file);
        return cohort.Rows.ToDictionary(row => row[0], row => cohort.Header.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
