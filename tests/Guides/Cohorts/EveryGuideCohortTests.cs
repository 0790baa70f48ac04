using System.Globalization;
using GenoMed.Fhir.Compute.Models.Survival;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.Guides.Features;

namespace GenoMed.Fhir.Guides.Tests.Cohorts;

/// <summary>What holds of the invented patients of every guide in the folder.</summary>
public sealed class EveryGuideCohortTests
{
    private const int PublishedCohort = 4427;

    public static TheoryData<string> Guides => [.. GuideCatalog.Default.Names];

    [Theory]
    [MemberData(nameof(Guides))]
    public void GivenARecipe_WhenDrawnTwice_ThenTheSameSeedGivesTheSamePatientsAndEveryIdentifierSaysInvented(string guide)
    {
        var disease = GuideCatalog.Default.Find(guide);
        var cohort = disease.Cohorts(3).Generate(40);

        Assert.Equal(cohort.Rows.SelectMany(row => row), disease.Cohorts(3).Generate(40).Rows.SelectMany(row => row));
        Assert.All(cohort.Rows, row => Assert.StartsWith(Invented.Prefix, row[0]));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task GivenInventedPatients_WhenCheckedAndTurnedIntoFhir_ThenEveryRowIsGoodAndEveryResourceSaysInvented(string guide)
    {
        var disease = GuideCatalog.Default.Find(guide);
        var file = Path.GetTempFileName();
        CohortFile.Write(file, disease.Cohorts(5).Generate(300));
        var source = EtlSource.File(file);

        var report = await new EtlChecker(disease.Dictionary, new EtlOptions()).CheckAsync(source, null, TestContext.Current.CancellationToken);
        Assert.True(report.Clean, report.ToText());

        var toFhir = new RowToFhir(disease.Dictionary, new EtlOptions { PseudonymKey = new byte[] { 7 } });
        await foreach (var row in new EtlRunner(disease.Dictionary, new EtlOptions { PseudonymKey = new byte[] { 7 } }).RowsAsync(source, TestContext.Current.CancellationToken).Take(10))
        {
            Assert.All(toFhir.Entries(row), entry => Assert.Contains("HTEST", entry.Resource!.Element.GetProperty("meta").GetProperty("security").ToString()));
        }

        var server = new MemoryServer();
        await new EtlLoader(disease.Dictionary, new EtlOptions { Cohort = "c" }, server.Send).LoadAsync(source, null, TestContext.Current.CancellationToken);
        Assert.Contains(server.All, resource => resource.ResourceType == "Group");
        Assert.All(server.All, resource => Assert.True(Invented.Is(resource), $"{resource.ResourceType}/{resource.Id}"));
        Assert.True((await FeatureExtractor.ExtractAsync(disease, server.Scan, null, TestContext.Current.CancellationToken)).IsInvented);
        File.Delete(file);
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void GivenVariablesOfFixedProbability_WhenThePublishedNumberIsDrawn_ThenFrequenciesAreWithinSamplingError(string guide)
    {
        var disease = GuideCatalog.Default.Find(guide);
        var cohort = disease.Cohorts(1).Generate(PublishedCohort);
        // Some two hundred frequencies are tested: five standard errors keep a false alarm unlikely.
        foreach (var (name, p) in Fixed(disease.Recipe!))
        {
            var cells = Column(cohort, name).Where(value => !double.IsNaN(value)).ToArray();
            var error = Math.Sqrt(p * (1 - p) / cells.Length);
            Assert.True(Math.Abs(cells.Average() - p) <= 5 * error, $"{name}: {cells.Average()} instead of {p} ± {error}");
        }
    }

    [Fact]
    public void GivenAnMdsCohortOfThePublishedSize_WhenScored_ThenTheConcordanceOfIpssmIsAsPublished()
    {
        var cohort = GuideCatalog.Default.Find("mds").Cohorts(1).Generate(PublishedCohort);
        var (score, years, died) = (Column(cohort, "IPSSM_SCORE"), Column(cohort, "OS_YEARS"), Column(cohort, "OS_STATUS"));
        Assert.InRange(Concordance.Harrell(years, died, score).C, 0.68, 0.74);
    }

    // Shares published in the sources that the recipes name.
    [Theory]
    [InlineData("cmml", "mut_TET2", 0.6)]
    [InlineData("cmml", "mut_SRSF2", 0.5)]
    [InlineData("cmml", "mut_ASXL1", 0.4)]
    [InlineData("cmml", "mut_RUNX1", 0.15)]
    [InlineData("cmml", "mut_CBL", 0.15)]
    [InlineData("aml", "mut_NPM1", 0.3)]
    [InlineData("aml", "fus_RUNX1_RUNX1T1", 0.043)]
    [InlineData("aml", "fus_CBFB_MYH11", 0.038)]
    [InlineData("aml", "mut_TP53", 0.099)]
    [InlineData("mm", "fish_t14_16", 0.04)]
    public void GivenAPublishedShare_WhenManyPatientsAreDrawn_ThenItIsMet(string guide, string column, double share)
    {
        var values = Column(GuideCatalog.Default.Find(guide).Cohorts(2).Generate(8000), column);
        Assert.InRange(values.Average(), share - 0.02, share + 0.02);
    }

    private static IEnumerable<(string Name, double P)> Fixed(CohortRecipe recipe)
    {
        var many = recipe.Variables.SelectMany(variable => variable.Probabilities ?? []).Select(pair => (pair.Key, pair.Value));
        var single = recipe.Variables.Where(variable => variable is { Probability: not null, Hidden: false }).Select(variable => (variable.Name, variable.Probability!));
        foreach (var (name, text) in many.Concat(single))
        {
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var p))
            {
                yield return (name, p);
            }
        }
    }

    private static double[] Column(Cohort cohort, string column)
    {
        var index = cohort.Header.ToList().IndexOf(column);
        return [.. cohort.Rows.Select(row => row[index].Length == 0 ? double.NaN : double.Parse(row[index], CultureInfo.InvariantCulture))];
    }
}
