using System.Text.Json;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;
using GenoMed.Fhir.Compute.Models.Tests.Data;
using GenoMed.Fhir.Compute.Models.Tests.Fidelity.Privacy;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Multivariate;

public sealed class MultivariateReportTests
{
    private static readonly IReadOnlyDictionary<string, Dictionary<string, double[]>> Goldens = GoldenFile.Read("multivariate.txt");

    public static TheoryData<string> Sets => [.. Goldens.Keys];

    private static MultivariateReport Report(FeatureTable real, FeatureTable synthetic, int neighbours = 5) =>
        MultivariateReport.Of(real, synthetic, new MultivariateOptions { Seed = 9, Neighbours = neighbours }, TestContext.Current.CancellationToken);

    [Theory]
    [MemberData(nameof(Sets))]
    public void GivenTheTablesOfTheGolden_WhenCompared_ThenTheNumbersOfScikitLearn(string name)
    {
        var set = Goldens[name];
        var report = Report(GoldenTables.Read(set, "real"), GoldenTables.Read(set, "synthetic"), 3);
        Near.Equal(set["mmd"], [report.Bandwidth, report.MeanDiscrepancy], 1e-6);
        Near.Equal(set["support"], [report.AlphaPrecision, report.BetaRecall, report.Authentic.Successes], 1e-9);
        Near.Equal(set["pmse"], [report.PropensityError, report.ExpectedPropensityError], 1e-9);
        Near.Equal(set["area"], [report.LogisticArea.Value], 1e-9);
    }

    [Fact]
    public void GivenTwoSamplesOfOnePopulation_WhenCompared_ThenNothingTellsThemApart()
    {
        var report = Report(Cohorts.Of(600, 1), Cohorts.Of(500, 2));
        Assert.InRange(report.MeanDiscrepancy, -0.003, 0.003);
        Assert.InRange(report.AlphaPrecision, 0.93, 1);
        Assert.InRange(report.BetaRecall, 0.8, 1);
        Assert.InRange(report.Authentic.Rate, 0.4, 0.7);
        Assert.InRange(report.PropensityRatio, 0.6, 1.5);
        Assert.InRange(report.LogisticArea.Value, 0.44, 0.56);
        Assert.InRange(report.NetworkArea.Value, 0.44, 0.56);
    }

    [Fact]
    public void GivenMarginalsAloneAreRight_WhenCompared_ThenTheNetworkAndTheDiscrepancySeeItAndTheLogisticRegressionDoesNot()
    {
        var (together, apart) = (Pairs(600, 1, dependent: true), Pairs(600, 2, dependent: false));
        var (report, same) = (Report(together, apart), Report(together, Pairs(600, 3, dependent: true)));
        Assert.InRange(report.LogisticArea.Value, 0.44, 0.56);
        Assert.True(report.NetworkArea.Interval.Lower > 0.6, $"the network's area is {report.NetworkArea.Value}");
        Assert.True(report.MeanDiscrepancy > 10 * Math.Abs(same.MeanDiscrepancy), $"{report.MeanDiscrepancy} and {same.MeanDiscrepancy}");
    }

    [Fact]
    public void GivenCopies_WhenCompared_ThenNoneIsAuthentic()
    {
        var real = Cohorts.Of(300, 1);
        Assert.Equal(0, Report(real, Cohorts.Copies(real, 300)).Authentic.Successes);
    }

    [Fact]
    public void GivenOnePatientOverAndOver_WhenCompared_ThenRecallFallsWithPrecision()
    {
        var real = Cohorts.Of(300, 1);
        var report = Report(real, real.Select([.. Enumerable.Repeat(7, 300)]));
        Assert.True(report.BetaRecall < 0.1, $"recall is {report.BetaRecall}");
        Assert.True(report.AlphaPrecision < 0.7, $"precision is {report.AlphaPrecision}");
        Assert.True(report.LogisticArea.Value > 0.9);
    }

    [Fact]
    public void GivenOneSeed_WhenComparedTwice_ThenTheSame() => Assert.Equal(
        JsonSerializer.Serialize(Report(Cohorts.Of(120, 1), Cohorts.Of(100, 2))), JsonSerializer.Serialize(Report(Cohorts.Of(120, 1), Cohorts.Of(100, 2))));

    [Fact]
    public void GivenJson_WhenReadBack_ThenTheSame()
    {
        var json = JsonSerializer.Serialize(Report(Cohorts.Of(120, 1), Cohorts.Of(100, 2)));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<MultivariateReport>(json)));
    }

    [Fact]
    public void GivenTwoNodes_WhenAveraged_ThenTheLargerCountsMore()
    {
        var (small, large) = (Report(Cohorts.Of(100, 1), Cohorts.Of(100, 2)), Report(Cohorts.Of(300, 3), Cohorts.Of(100, 2)));
        var all = MultivariateReport.Mean([small, large]);
        Assert.Equal(400, all.RealRows);
        Assert.Equal((0.25 * small.BetaRecall) + (0.75 * large.BetaRecall), all.BetaRecall, 12);
        Assert.Equal(small.Authentic.Successes + large.Authentic.Successes, all.Authentic.Successes);
        Assert.True(all.LogisticArea.Error < small.LogisticArea.Error);
    }

    [Fact]
    public void GivenMoreRowsThanAllowed_WhenCompared_ThenSoManyAreDrawn()
    {
        var options = new MultivariateOptions { Seed = 9, MaximumRows = 100 };
        var report = MultivariateReport.Of(Cohorts.Of(90, 1), Cohorts.Of(300, 2), options, TestContext.Current.CancellationToken);
        Assert.Equal((90, 100, 100), (report.RealRows, report.SyntheticRows, report.Authentic.Count));
        Assert.InRange(report.MeanDiscrepancy, -0.02, 0.02);
    }

    [Fact]
    public void GivenTooFewRows_WhenCompared_ThenInvalid() =>
        Assert.Contains("9 real", Assert.Throws<ArgumentException>(() => Report(Cohorts.Of(9, 1), Cohorts.Of(100, 2))).Message, StringComparison.Ordinal);

    // Six genes in three pairs that come together or exclude each other, or six that do neither.
    private static FeatureTable Pairs(int count, long seed, bool dependent)
    {
        var random = new RandomStream(seed);
        var columns = Enumerable.Range(0, 6).Select(_ => new double[count]).ToArray();
        for (var row = 0; row < count; row++)
        {
            for (var pair = 0; pair < 3; pair++)
            {
                var first = random.NextDouble() < 0.5 ? 1.0 : 0;
                var free = random.NextDouble() < 0.5 ? 1.0 : 0;
                (columns[2 * pair][row], columns[(2 * pair) + 1][row]) = (first, dependent && random.NextDouble() < 0.9 ? (pair == 1 ? 1 - first : first) : free);
            }
        }

        return Tables.Of(Tables.Schema([.. Enumerable.Range(0, 6).Select(i => Tables.Binary($"g{i}"))]), columns);
    }
}
