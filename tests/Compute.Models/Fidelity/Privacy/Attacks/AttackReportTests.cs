using System.Text.Json;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Privacy.Attacks;

public sealed class AttackReportTests
{
    private static readonly IReadOnlyDictionary<string, Dictionary<string, double[]>> Goldens = GoldenFile.Read("attacks.txt");

    public static TheoryData<string> Sets => [.. Goldens.Keys];

    private static AttackReport Report(FeatureTable training, FeatureTable control, FeatureTable synthetic, AttackOptions? options = null) =>
        AttackReport.Of(training, control, synthetic, options ?? new AttackOptions { Seed = 5 }, TestContext.Current.CancellationToken);

    [Theory]
    [MemberData(nameof(Sets))]
    public void GivenTheTablesOfTheGolden_WhenAttacked_ThenTheCountsAndRisksOfNumpyAndPandas(string name)
    {
        var set = Goldens[name];
        var options = new AttackOptions { Seed = 5, Attacks = 40, Neighbours = 2, FirstSource = ["x", "a", "c"] };
        var report = Report(GoldenTables.Read(set, "training"), GoldenTables.Read(set, "control"), GoldenTables.Read(set, "synthetic"), options);
        Same(set, "univariate", report.SinglingOutUnivariate);
        Same(set, "multivariate", report.SinglingOutMultivariate);
        Same(set, "linkability", report.Linkability);
        Assert.Equal(6, report.Inference.Count);
        Assert.All(report.Inference, secret => Same(set, "inference " + secret.Key, secret.Value));
    }

    // What Anonymeter 1.0.0 itself answers for these counts (attacks, successes, guesses, control).
    [Theory]
    [InlineData(500, 330, 20, 30, 0.6587801055261516, 0.04138103602013426, 0.6356999837130324, 0.5907708213496015, 0.6806291460764633)]
    [InlineData(100, 10, 9, 12, 0.11479739928279427, 0.05956826222211919, 0, 0, 0.07999062468013171)]
    public void GivenCounts_WhenTheRiskIsAsked_ThenThatOfAnonymeter(
        int attacks, int successes, int naive, double control, double rate, double error, double risk, double lower, double upper)
    {
        var found = new AttackCounts(attacks, successes, naive, control).Risk(0.95)!;
        Near.Equal([rate, error, risk, lower, upper], [found.Main.Value, found.Main.Error, found.Value, found.Interval.Lower, found.Interval.Upper], 1e-12);
        Assert.True(found.BeatsNaive);
    }

    [Fact]
    public void GivenTheTrainingRowsAsSynthetic_WhenAttacked_ThenEveryAttackFindsThem()
    {
        var training = Cohorts.Of(400, 1);
        var report = Report(training, Cohorts.Of(400, 2), Cohorts.Copies(training, 400));
        Assert.True(Lower(report.SinglingOutUnivariate) > 0.5);
        Assert.True(Lower(report.SinglingOutMultivariate) > 0.5);
        Assert.True(Lower(report.Linkability) > 0.5);
        foreach (var secret in new[] { "x0", "class", "os", "g00" })
        {
            Assert.True(Lower(report.Inference[secret]) > 0.5, $"{secret}: {report.Inference[secret]}");
        }
    }

    [Fact]
    public void GivenASmallerControl_WhenTheTrainingRowsAreCopied_ThenTheyAreSingledOutAllTheSame()
    {
        var training = Cohorts.Of(400, 1);
        var report = Report(training, Cohorts.Of(80, 2), Cohorts.Copies(training, 400));
        Assert.True(Lower(report.SinglingOutUnivariate) > 0.5, $"{report.SinglingOutUnivariate}");
        Assert.True(Lower(report.SinglingOutMultivariate) > 0.3, $"{report.SinglingOutMultivariate}");
    }

    [Fact]
    public void GivenAnIndependentSample_WhenAttacked_ThenTheRiskMayBeNone()
    {
        var report = Report(Cohorts.Of(500, 1), Cohorts.Of(500, 2), Cohorts.Of(500, 3));
        Assert.All(new[] { report.SinglingOutUnivariate, report.SinglingOutMultivariate, report.Linkability }, counts => Assert.Equal(0, Lower(counts)));
        // Of twenty secrets one or so may lie beyond a 95 % interval.
        Assert.InRange(report.Inference.Values.Count(counts => Lower(counts) == 0), 18, 20);
    }

    [Fact]
    public void GivenManyIndependentSamples_WhenSingledOutWithASmallControl_ThenTheCorrectionHitsTheMean()
    {
        var counts = Enumerable.Range(0, 12).Select(i => Report(
            Cohorts.Of(300, 100 + i), Cohorts.Of(100, 200 + i), Cohorts.Of(300, 300 + i), new AttackOptions { Seed = i, Attacks = 100, Secrets = ["class"] })).ToArray();
        var all = AttackReport.Sum(counts).SinglingOutMultivariate;
        Assert.InRange(all.ControlSuccesses / all.Successes, 0.8, 1.25);
    }

    [Fact]
    public void GivenTwoNodes_WhenSummed_ThenTheCountsAddUp()
    {
        var nodes = new[] { Report(Cohorts.Of(60, 1), Cohorts.Of(50, 2), Cohorts.Of(70, 3)), Report(Cohorts.Of(90, 4), Cohorts.Of(80, 5), Cohorts.Of(70, 3)) };
        var all = AttackReport.Sum(nodes);
        Assert.Equal(nodes.Sum(node => node.Linkability.Attacks), all.Linkability.Attacks);
        Assert.Equal(nodes.Sum(node => node.Inference["os"].Successes), all.Inference["os"].Successes);
        Assert.Equal(nodes.Sum(node => node.SinglingOutUnivariate.ControlSuccesses), all.SinglingOutUnivariate.ControlSuccesses, 12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(40)]
    public void GivenASmallestCount_WhenAttacked_ThenNoCountIsBelowItAndNoAttackIsLost(int k)
    {
        var (training, control, synthetic) = (Cohorts.Of(200, 1), Cohorts.Of(150, 2), Cohorts.Of(200, 3));
        var (all, told) = (Report(training, control, synthetic), Report(training, control, synthetic, new AttackOptions { Seed = 5, MinimumCell = k }));

        AttackCounts[] counts = [told.SinglingOutUnivariate, told.SinglingOutMultivariate, told.Linkability, .. told.Inference.Values];
        Assert.All(counts.SelectMany(one => new[] { one.Successes, one.NaiveSuccesses, one.ControlSuccesses, one.Attacks - one.Successes, one.Attacks - one.NaiveSuccesses, one.Attacks - one.ControlSuccesses }),
            count => Assert.False(count > 0 && count < k, $"{count}"));
        Assert.Equal(AttackCounts.Sum([.. all.Inference.Values]), AttackCounts.Sum([.. told.Inference.Values]));
        Assert.Equal(k == 1, JsonSerializer.Serialize(all) == JsonSerializer.Serialize(told));
    }

    [Theory]
    [InlineData(500, 4, 3, 7.5, 10, 10, 0)]
    [InlineData(500, 496, 490, 495, 500, 490, 490)]
    [InlineData(500, 0, 500, 30, 0, 500, 30)]
    [InlineData(9, 3, 3, 3, 0, 0, 0)]
    public void GivenSmallCounts_WhenWidened_ThenTheRiskLooksLarger(int attacks, int successes, int naive, double control, int toldSuccesses, int toldNaive, double toldControl)
    {
        var told = new AttackCounts(attacks, successes, naive, control).Widened(10);
        Assert.Equal((toldSuccesses, toldNaive, toldControl), (told.Successes, told.NaiveSuccesses, told.ControlSuccesses));
        Assert.True(told.Attacks == 0 || told.Risk(0.95)!.Value >= new AttackCounts(attacks, successes, naive, control).Risk(0.95)!.Value);
    }

    [Fact]
    public void GivenARareFeatureThatLeaksAmongManyThatDoNot_WhenTheyArePutTogether_ThenItsGroupShowsTheLeak()
    {
        var secrets = Enumerable.Range(0, 40).ToDictionary(i => $"safe{i}", _ => new AttackCounts(400, 394, 393, 394));
        secrets["leak"] = new AttackCounts(400, 398, 370, 370);
        var told = SmallSecrets.Together(secrets, 10);

        Assert.Equal(20, told.Count);
        Assert.Equal(new AttackCounts(1200, 1186, 1156, 1158), told[SmallSecrets.Name(20)]);
        Assert.All(told, secret => Assert.Equal(secret.Key == SmallSecrets.Name(20), secret.Value.Risk(0.95)!.Interval.Lower > 0.09));
    }

    [Fact]
    public void GivenNodesThatTellOfDifferentSecrets_WhenSummed_ThenNoneIsLost()
    {
        AttackReport Node(params (string Secret, int Successes)[] secrets) => new()
        {
            SinglingOutUnivariate = new AttackCounts(0, 0, 0, 0), SinglingOutMultivariate = new AttackCounts(0, 0, 0, 0), Linkability = new AttackCounts(0, 0, 0, 0),
            Inference = secrets.ToDictionary(secret => secret.Secret, secret => new AttackCounts(100, secret.Successes, 0, 0)),
        };
        var all = AttackReport.Sum([Node(("age", 20), (SmallSecrets.Name(1), 30)), Node(("age", 25), ("g1", 40), (SmallSecrets.Name(1), 35))]).Inference;
        Assert.Equal([("age", 200, 45), (SmallSecrets.Name(1), 200, 65), ("g1", 100, 40)], all.Select(secret => (secret.Key, secret.Value.Attacks, secret.Value.Successes)));
    }

    [Fact]
    public void GivenJson_WhenReadBack_ThenTheSame()
    {
        var json = JsonSerializer.Serialize(Report(Cohorts.Of(60, 1), Cohorts.Of(50, 2), Cohorts.Of(70, 3)));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<AttackReport>(json)));
    }

    [Fact]
    public void GivenAnAttackThatCouldNotBeMade_WhenItsRiskIsAsked_ThenNone() => Assert.Null(new AttackCounts(0, 0, 0, 0).Risk(0.95));

    [Fact]
    public void GivenBadInput_WhenAttacked_ThenTheMessageSaysWhat()
    {
        var (training, control, synthetic) = (Cohorts.Of(60, 1), Cohorts.Of(50, 2), Cohorts.Of(70, 3));
        string Message(AttackOptions options) => Assert.Throws<ArgumentException>(() => Report(training, control, synthetic, options)).Message;
        Assert.Contains("'nobody' is no feature", Message(new AttackOptions { FirstSource = ["nobody"] }), StringComparison.Ordinal);
        Assert.Contains("nothing is left to link", Message(new AttackOptions { FirstSource = [.. training.Schema.Features.Select(feature => feature.Name)] }), StringComparison.Ordinal);
        Assert.Contains("No feature 'nobody'", Message(new AttackOptions { Secrets = ["nobody"] }), StringComparison.Ordinal);
        Assert.Contains("control table has 50 rows", Message(new AttackOptions { MinimumRows = 55 }), StringComparison.Ordinal);
    }

    private static double Lower(AttackCounts counts) => counts.Risk(0.95)!.Interval.Lower;

    private static void Same(Dictionary<string, double[]> set, string key, AttackCounts counts)
    {
        Near.Equal(set[key], [counts.Attacks, counts.Successes, counts.NaiveSuccesses, counts.ControlSuccesses], 1e-9);
        var risk = counts.Risk(0.95)!;
        Near.Equal(set[key + " risk"], [risk.Main.Value, risk.Main.Error, risk.Naive.Value, risk.Control.Value, risk.Value, risk.Interval.Lower, risk.Interval.Upper], 1e-9);
    }
}
