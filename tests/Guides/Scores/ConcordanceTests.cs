using GenoMed.Fhir.Compute.Models.Survival;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Features;
using GenoMed.Fhir.Guides.Scores;

namespace GenoMed.Fhir.Guides.Tests.Scores;

/// <summary>From the study's file through FHIR resources to the concordance that R computes on the file itself.</summary>
public sealed class ConcordanceTests
{
    private static readonly Guide Mds = GuideCatalog.Default.Find("mds");

    [Fact]
    public async Task GivenTheStudysCohortAsFhirResources_WhenScoredByIpssm_ThenItsConcordanceIsThePublishedOne()
    {
        var server = new MemoryServer();
        await new EtlLoader(Mds.Dictionary, new EtlOptions(), server.Send)
            .LoadAsync(EtlSource.File(RepositoryPaths.SharedData("mds_ipssm.csv")), null, TestContext.Current.CancellationToken);
        var table = (await FeatureExtractor.ExtractAsync(Mds, server.Scan, null, TestContext.Current.CancellationToken)).Table;

        var results = ScoreCalculator.Score(Mds.Score("ipss-m"), table, Mds.Scope).ToList();
        var survival = table.Column("OS").ToArray();
        var known = Enumerable.Range(0, table.Count).Where(i => !double.IsNaN(survival[2 * i]) && !double.IsNaN(survival[(2 * i) + 1])).ToList();
        var published = table.Column("IPSSM_SCORE").ToArray();
        var complete = known.Where(i => !double.IsNaN(published[i])).ToList();

        Assert.Equal((2811, 2596), (known.Count, complete.Count));
        Assert.All(complete, i => Assert.True(results[i].IsCertain));
        Assert.InRange(Concordant(complete), 0.745, 0.751);
        Assert.InRange(Concordant(known), 0.739, 0.749);

        double Concordant(List<int> rows) => Concordance.Harrell(
            [.. rows.Select(i => survival[2 * i])],
            [.. rows.Select(i => survival[(2 * i) + 1])],
            [.. rows.Select(i => results[i].Mean.Score)]).C;
    }
}
