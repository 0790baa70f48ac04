using System.Globalization;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Tests.Cohorts;

public sealed class SiteMixTests
{
    private static readonly Guide Mds = GuideCatalog.Default.Find("mds");
    private static readonly Cohort Patients = Mds.Cohorts(1).Generate(2000);

    [Fact]
    public void GivenShares_WhenDealt_ThenEveryPatientIsInOneSiteAndSizesFollow()
    {
        var sites = new SiteMix([60, 30, 10]).Deal(Patients, 1);
        Assert.Equal(Patients.Rows.Select(row => row[0]).Order(), sites.SelectMany(site => site.Rows).Select(row => row[0]).Order());
        Assert.InRange(sites[0].Rows.Count, 1120, 1280);
        Assert.InRange(sites[2].Rows.Count, 150, 250);
    }

    [Fact]
    public void GivenAShift_WhenDealt_ThenTheLastSiteHasTheHighValues()
    {
        var sites = new SiteMix([1, 1], "AGE", 1).Deal(Patients, 1);
        Assert.True(Mean(sites[1], "AGE") - Mean(sites[0], "AGE") > 5);
    }

    [Fact]
    public void GivenNoShift_WhenDealt_ThenSitesAreAlike()
    {
        var sites = new SiteMix([1, 1], "AGE").Deal(Patients, 1);
        Assert.InRange(Mean(sites[1], "AGE") - Mean(sites[0], "AGE"), -1.5, 1.5);
    }

    [Fact]
    public void GivenAMissingColumn_WhenDealt_ThenItIsNamed()
        => Assert.Contains("NOPE", Assert.Throws<OperationProblem>(() => new SiteMix([1, 1], "NOPE", 1).Deal(Patients, 1)).Message);

    [Fact]
    public void GivenAColumnWithoutNumbers_WhenDealt_ThenItIsRefused()
        => Assert.Contains("no numbers", Assert.Throws<OperationProblem>(() => new SiteMix([1, 1], "SEX", 1).Deal(Patients, 1)).Message);

    [Fact]
    public void GivenAShareOfMissingFeatures_WhenApplied_ThenEachSiteLacksThatManyOptionalInputs()
    {
        var sites = WorstCase.Apply(new SiteMix([1, 1]).Deal(Patients, 1), Mds.Dictionary, 1, 0.5);
        Assert.All(sites, site => Assert.InRange(site.Header.Where((_, i) => site.Rows.All(row => row[i].Length == 0)).Count(), 50, 80));
    }

    private static double Mean(Cohort cohort, string column)
    {
        var index = cohort.Header.ToList().IndexOf(column);
        return cohort.Rows.Where(row => row[index].Length > 0).Average(row => double.Parse(row[index], CultureInfo.InvariantCulture));
    }
}
