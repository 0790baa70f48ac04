using System.Text.Json;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Privacy;

public sealed class PrivacyReportTests
{
    private static readonly IReadOnlyDictionary<string, Dictionary<string, double[]>> Goldens = GoldenFile.Read("privacy_report.txt");
    private static readonly PrivacyReportOptions Options = new() { Seed = 5 };

    public static TheoryData<string> Sets => [.. Goldens.Keys];

    private static PrivacyReport Report(FeatureTable training, FeatureTable? holdOut, FeatureTable synthetic) =>
        PrivacyReport.Of(training, holdOut, synthetic, Options, TestContext.Current.CancellationToken);

    private static PrivacyReport Report(int training, int holdOut, int synthetic, long seed) =>
        Report(Cohorts.Of(training, seed), Cohorts.Of(holdOut, seed + 1), Cohorts.Of(synthetic, seed + 2));

    [Theory]
    [MemberData(nameof(Sets))]
    public void GivenTheTablesOfTheGolden_WhenReported_ThenTheNumbersOfNumpy(string name)
    {
        var set = Goldens[name];
        var report = Report(GoldenTables.Read(set, "training"), GoldenTables.Read(set, "holdOut"), GoldenTables.Read(set, "synthetic"));
        var holdOut = report.HoldOut!;
        Same(set, "training", report.ToTraining);
        Same(set, "holdOut", holdOut.ToTraining);
        Same(set, "synthetic to holdOut", holdOut.SyntheticToHoldOut);
        Near.Equal(set["baseline"], [report.BaselineProtection!.Value], 1e-6);
        Near.Equal(set["nearer"], Flat(holdOut.NearerToTraining.Nearer), 1e-9);
        Near.Equal(set["overfitting"], [holdOut.NearerToTraining.OverfittingProtection], 1e-12);
        Near.Equal(set["membership"], [holdOut.MembershipInference.Distance.Value, holdOut.MembershipInference.Distance.Error], 1e-12);
        Near.Equal(set["calibrated"], [holdOut.MembershipInference.Calibrated.Value, holdOut.MembershipInference.Calibrated.Error], 1e-12);
    }

    [Fact]
    public void GivenAnIndependentSample_WhenReported_ThenNothingIsFound()
    {
        var report = Report(600, 600, 600, 100);
        var holdOut = report.HoldOut!;
        Assert.Equal(0, report.ToTraining.Copies.Successes);
        Assert.True(Math.Abs(report.ToTraining.Nndr.Median - holdOut.ToTraining.Nndr.Median) < 0.03);
        Assert.InRange(0.5, holdOut.NearerToTraining.Nearer.Interval.Lower, holdOut.NearerToTraining.Nearer.Interval.Upper);
        Assert.InRange(0.5, holdOut.MembershipInference.Distance.Interval.Lower, holdOut.MembershipInference.Distance.Interval.Upper);
        Assert.InRange(0.5, holdOut.MembershipInference.Calibrated.Interval.Lower, holdOut.MembershipInference.Calibrated.Interval.Upper);
        Assert.InRange(holdOut.NearerToTraining.OverfittingProtection, 0.9, 1);
    }

    [Fact]
    public void GivenManyIndependentSamples_WhenAttacked_ThenTheIntervalsHoldHalfAboutAsOftenAsTheySay()
    {
        var attacks = Enumerable.Range(0, 60).Select(i => Report(120, 60, 120, 1000 + (10 * i)).HoldOut!.MembershipInference).ToArray();
        foreach (var areas in new[] { attacks.Select(attack => attack.Distance).ToArray(), attacks.Select(attack => attack.Calibrated).ToArray() })
        {
            Assert.InRange(areas.Average(area => area.Value), 0.48, 0.52);
            Assert.InRange(areas.Count(area => area.Interval.Lower <= 0.5 && area.Interval.Upper >= 0.5), 52, 60);
        }
    }

    [Fact]
    public void GivenTheTrainingRowsAsSynthetic_WhenReported_ThenEveryMeasureFindsIt()
    {
        var training = Cohorts.Of(400, 1);
        var report = Report(training, Cohorts.Of(300, 2), Cohorts.Copies(training, 400));
        var holdOut = report.HoldOut!;
        Assert.Equal(1, report.ToTraining.Copies.Rate);
        Assert.Equal(0, holdOut.ToTraining.Copies.Rate);
        Assert.Equal((0, 0), (report.ToTraining.Dcr.Median, report.ToTraining.Nndr.Median));
        Assert.Equal(0, report.BaselineProtection);
        Assert.True(holdOut.NearerToTraining.Nearer.Interval.Lower > 0.7);
        Assert.True(holdOut.NearerToTraining.OverfittingProtection < 0.6);
        Assert.True(holdOut.MembershipInference.Distance.Interval.Lower > 0.95);
        Assert.True(holdOut.MembershipInference.Calibrated.Interval.Lower > 0.95);
    }

    [Fact]
    public void GivenRowsThatAreNearlyCopies_WhenReported_ThenNotCopiesButMembersAllTheSame()
    {
        var training = Cohorts.Of(400, 1);
        double[] moved = [.. training.Column("x0").ToArray().Select(value => value + 0.01)];
        var columns = training.Schema.Features.ToDictionary(feature => feature.Name, feature => feature.Name == "x0" ? moved : training.Column(feature.Name).ToArray());
        var known = Enumerable.Range(0, 400).Count(row => double.IsNaN(moved[row]));
        var report = Report(training, Cohorts.Of(300, 2), new(training.Schema, training.RowIds, columns));
        Assert.Equal(known, report.ToTraining.Copies.Successes);
        Assert.True(report.ToTraining.Nndr.Median < 0.1);
        Assert.True(report.HoldOut!.MembershipInference.Distance.Value > 0.95);
    }

    [Fact]
    public void GivenTrainingRowsThatRecur_WhenReported_ThenEachOfThemIsADuplicate()
    {
        var training = Cohorts.Of(40, 1).Select([.. Enumerable.Range(0, 40), 3, 3, 8]);
        var report = Report(training, null, Cohorts.Of(40, 2));
        Assert.Equal((5, 43), (report.TrainingDuplicates.Successes, report.TrainingDuplicates.Count));
    }

    [Fact]
    public void GivenNoHoldOut_WhenReported_ThenWhatNeedsOneIsLeftOut()
    {
        var report = Report(Cohorts.Of(50, 1), null, Cohorts.Of(40, 2));
        Assert.Null(report.HoldOut);
        Assert.Equal(40, report.ToTraining.Dcr.Count);
    }

    [Fact]
    public void GivenOneSeed_WhenReportedTwice_ThenTheSame() => Assert.Equal(
        JsonSerializer.Serialize(Report(100, 40, 80, 7)), JsonSerializer.Serialize(Report(100, 40, 80, 7)));

    [Fact]
    public void GivenJson_WhenReadBack_ThenTheSame()
    {
        var json = JsonSerializer.Serialize(Report(100, 40, 80, 7));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<PrivacyReport>(json)));
    }

    [Fact]
    public void GivenTwoNodes_WhenSummed_ThenCountsAddAndMediansAreThoseOfAllRows()
    {
        var nodes = new[] { Report(300, 150, 400, 20), Report(200, 100, 400, 40) };
        var all = PrivacyReport.Sum(nodes);
        Assert.Equal((500, 800, 250), (all.TrainingRows, all.SyntheticRows, all.HoldOut!.Rows));
        Assert.Equal(800, all.ToTraining.Nndr.Count);
        Assert.InRange(all.ToTraining.Nndr.Median, nodes.Min(node => node.ToTraining.Nndr.Median) - 0.002, nodes.Max(node => node.ToTraining.Nndr.Median) + 0.002);
        Assert.True(all.HoldOut.MembershipInference.Distance.Error < nodes.Min(node => node.HoldOut!.MembershipInference.Distance.Error));
        Assert.Equal(nodes.Sum(node => node.HoldOut!.NearerToTraining.Nearer.Successes), all.HoldOut.NearerToTraining.Nearer.Successes, 9);
    }

    [Fact]
    public void GivenFewerRowsThanTheSmallestCell_WhenReported_ThenInvalid()
    {
        Assert.Contains("training table has 9 rows", Assert.Throws<ArgumentException>(() => Report(9, 40, 40, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("hold-out table has 9 rows", Assert.Throws<ArgumentException>(() => Report(40, 9, 40, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("synthetic table has 9 rows", Assert.Throws<ArgumentException>(() => Report(40, 40, 9, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenACancelledToken_WhenReported_ThenItStops() => Assert.ThrowsAny<OperationCanceledException>(() =>
        PrivacyReport.Of(Cohorts.Of(50, 1), null, Cohorts.Of(40, 2), Options, new CancellationToken(canceled: true)));

    private static void Same(Dictionary<string, double[]> set, string key, NearestDistribution found)
    {
        Near.Equal(set[key + " dcr"], Flat(found.Dcr), 1e-6);
        Near.Equal(set[key + " nndr"], Flat(found.Nndr), 1e-6);
        Near.Equal(set[key + " copies"], Flat(found.Copies), 1e-9);
    }

    private static double[] Flat(DistanceDistribution found) =>
        [found.Count, found.Median, found.FifthPercentile, found.MedianInterval.Lower, found.MedianInterval.Upper];

    private static double[] Flat(Proportion found) => [found.Successes, found.Count, found.Interval.Lower, found.Interval.Upper];
}
