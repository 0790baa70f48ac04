using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Cohorts;
using GenoMed.Fhir.Guides.Scores;

namespace GenoMed.Fhir.Guides.Tests.Scores;

/// <summary>Our IPSS-M and IPSS-R against the published scores of the development cohort.</summary>
public sealed class IpssmTests
{
    private static readonly Guide Mds = Guide.Load(RepositoryPaths.Guide("mds"));

    [Theory]
    [InlineData("ipss-m", "IPSSM_SCORE", 0.011)]
    [InlineData("ipss-r", "IPSSR_SCORE", 1e-9)]
    public void GivenThePublishedCohort_WhenScored_ThenThePublishedScoresComeOut(string name, string column, double tolerance)
    {
        var cohort = CohortFile.Read(RepositoryPaths.SharedData("mds_ipssm.csv"));
        var scores = ScoreCalculator.Evaluate(Mds.Score(name), Table(cohort), Mds.Scope);
        var published = Column(cohort, column);

        var both = Enumerable.Range(0, scores.Length).Where(i => !double.IsNaN(scores[i]) && !double.IsNaN(published[i])).ToList();
        Assert.InRange(both.Count, 2_500, 2_957);
        Assert.InRange(both.Count(i => Math.Abs(scores[i] - published[i]) > tolerance), 0, both.Count / 100);
    }

    [Theory]
    [InlineData(-1.5, "Very Low")]
    [InlineData(-1.49, "Low")]
    [InlineData(0, "Moderate Low")]
    [InlineData(0.5, "Moderate High")]
    [InlineData(1.5, "High")]
    [InlineData(1.51, "Very High")]
    public void GivenAScore_WhenClassed_ThenTheCutPointBelongsBelow(double score, string category)
        => Assert.Equal(category, new ScoreCalculator(Mds.Score("ipss-m") with { Derived = [], Terms = [] }, new TableSymbols(Mds.Dictionary.Schema), 0).Category(score));

    private static FeatureTable Table(Cohort cohort)
    {
        var features = Mds.Dictionary.Schema.Features.Where(feature => feature.Width == 1 && cohort.Header.Contains(feature.Name)).ToList();
        var columns = features.ToDictionary(feature => feature.Name, feature => feature.Categories.Count == 0
            ? feature.Name == "complex" ? Text(cohort, "complex").Select(cell => cell.Length == 0 ? double.NaN : cell == "complex" ? 1 : 0).ToArray() : Column(cohort, feature.Name)
            : [.. Text(cohort, feature.Name).Select(cell => feature.Categories.ToList().IndexOf(cell) is var i && i >= 0 ? i : double.NaN)]);
        return new FeatureTable(new FeatureSchema("mds", "test", features), [.. Text(cohort, "ID")], columns);
    }

    private static IEnumerable<string> Text(Cohort cohort, string column)
        => cohort.Rows.Select(row => row[cohort.Header.ToList().IndexOf(column)]);

    private static double[] Column(Cohort cohort, string column)
        => [.. Text(cohort, column).Select(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN)];
}
