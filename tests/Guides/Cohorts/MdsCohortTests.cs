using System.Globalization;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Scores;

namespace GenoMed.Fhir.Guides.Tests.Cohorts;

public sealed class MdsCohortTests
{
    private static readonly Cohort Large = Generate(seed: 1, n: 8_000);

    [Fact]
    public void GivenTheSameSeed_WhenGenerated_ThenTheSameRows()
        => Assert.Equal(Generate(7, 50).Rows.SelectMany(row => row), Generate(7, 50).Rows.SelectMany(row => row));

    [Fact]
    public void GivenAnotherSeed_WhenGenerated_ThenOtherRows()
        => Assert.NotEqual(Generate(7, 50).Rows.SelectMany(row => row), Generate(8, 50).Rows.SelectMany(row => row));

    // The means printed with the IPSS-M model (Bernard 2022). 8,000 draws of a frequency of 25 % have a standard error
    // of 0.5 %; the tolerance allows for rounding and capping as well.
    [Theory]
    [InlineData("mut_SRSF2", 0.158, 0.02)]
    [InlineData("mut_ASXL1", 0.252, 0.03)]
    [InlineData("mut_RUNX1", 0.126, 0.02)]
    [InlineData("mut_TP53multi", 0.071, 0.015)]
    [InlineData("mut_U2AF1", 0.0866, 0.015)]
    [InlineData("mut_DNMT3A", 0.161, 0.02)]
    [InlineData("mut_EZH2", 0.0588, 0.01)]
    [InlineData("mut_IDH2", 0.0429, 0.01)]
    [InlineData("mut_FLT3", 0.0108, 0.006)]
    [InlineData("HB", 9.87, 0.15)]
    public void GivenManyPatients_WhenAveraged_ThenThePublishedMeanIsMet(string column, double mean, double tolerance)
        => Assert.InRange(Known(column).Average(), mean - tolerance, mean + tolerance);

    [Fact]
    public void GivenManyPatients_WhenBlastsAreCapped_ThenThePublishedMeanIsMet()
        => Assert.InRange(Known("BM_BLAST").Average(blast => Math.Min(blast, 20) / 5), 0.922 - 0.1, 0.922 + 0.1);

    [Fact]
    public void GivenManyPatients_WhenPlateletsAreCapped_ThenThePublishedMeanIsMet()
        => Assert.InRange(Known("PLT").Average(platelets => Math.Min(platelets, 250) / 100), 1.41 - 0.1, 1.41 + 0.1);

    [Fact]
    public void GivenManyPatients_WhenScored_ThenTheMeanScoreIsNearZeroAsCentred()
        => Assert.InRange(Known("IPSSM_SCORE").Average(), -0.25, 0.25);

    [Fact]
    public void GivenHighAndLowScores_WhenFollowed_ThenTheDeathRateDoublesPerUnit()
    {
        var (score, years, died) = (Column("IPSSM_SCORE"), Column("OS_YEARS"), Column("OS_STATUS"));
        double Rate(double low, double high)
        {
            var inside = Enumerable.Range(0, score.Length).Where(i => score[i] >= low && score[i] < high).ToList();
            return inside.Sum(i => died[i]) / inside.Sum(i => years[i]);
        }

        Assert.InRange(Rate(0.5, 1.5) / Rate(-0.5, 0.5), 1.6, 2.5);
        Assert.InRange(Rate(-0.5, 0.5) / Rate(-1.5, -0.5), 1.6, 2.5);
    }

    private static Cohort Generate(int seed, int n)
        => Guide.Load(RepositoryPaths.Guide("mds")).Cohorts(seed).Generate(n);

    private static IEnumerable<double> Known(string column) => Column(column).Where(value => !double.IsNaN(value));

    private static double[] Column(string column)
    {
        var index = Large.Header.ToList().IndexOf(column);
        return [.. Large.Rows.Select(row => row[index].Length == 0 ? double.NaN : double.Parse(row[index], CultureInfo.InvariantCulture))];
    }
}
