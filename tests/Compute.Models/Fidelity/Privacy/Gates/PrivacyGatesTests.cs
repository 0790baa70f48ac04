using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Gates;
using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Privacy.Gates;

public sealed class PrivacyGatesTests
{
    private static readonly string[] Names =
    [
        "nndr-median", "exact-copies", "membership-inference", "membership-inference-calibrated",
        "singling-out-univariate", "singling-out-multivariate", "linkability", "inference",
    ];

    private static IReadOnlyList<PrivacyGate> Gates(FeatureTable training, FeatureTable holdOut, FeatureTable synthetic, int k = 1)
    {
        var token = TestContext.Current.CancellationToken;
        var report = PrivacyReport.Of(training, holdOut, synthetic, new PrivacyReportOptions { Seed = 1 }, token);
        return PrivacyGates.Of(report, AttackReport.Of(training, holdOut, synthetic, new AttackOptions { Seed = 1, MinimumCell = k }, token), new PrivacyGateOptions());
    }

    private static FeatureTable Part(FeatureTable table, int[] order, double from, double to) =>
        table.Select(order[(int)(from * table.Count)..(int)(to * table.Count)]);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 10)]
    [InlineData(2, 10)]
    [InlineData(3, 10)]
    public void GivenOtherRealPatientsAsSynthetic_WhenJudged_ThenEveryGateIsPassed(long seed, int k)
    {
        var cohort = MdsCohort.Read();
        var order = new RowShuffle(seed).Next(cohort.Count);
        var gates = Gates(Part(cohort, order, 0, 0.5), Part(cohort, order, 0.5, 0.7), Part(cohort, order, 0.7, 1), k);
        Assert.Equal(Names, gates.Select(gate => gate.Name));
        Assert.All(gates, gate => Assert.True(gate.Passed, gate.Why));
    }

    [Theory]
    [InlineData(1.0, 1)]
    [InlineData(0.5, 1)]
    [InlineData(1.0, 10)]
    [InlineData(0.5, 10)]
    public void GivenTrainingRowsAmongTheSynthetic_WhenJudged_ThenNoGateIsPassed(double share, int k)
    {
        var cohort = MdsCohort.Read();
        var order = new RowShuffle(4).Next(cohort.Count);
        var training = Part(cohort, order, 0, 0.4);
        var synthetic = cohort.Select([.. order[..(int)(share * training.Count)], .. order[^(cohort.Count * 3 / 10)..][..(int)((1 - share) * training.Count)]]);
        Assert.All(Gates(training, Part(cohort, order, 0.4, 0.7), synthetic, k), gate => Assert.False(gate.Passed, gate.Why));
    }

    [Fact]
    public void GivenNoHoldOutAndNoAttack_WhenJudged_ThenWhatCannotBeJudgedIsNotPassedAndSaysWhy()
    {
        var report = PrivacyReport.Of(Cohorts.Of(150, 1), null, Cohorts.Of(150, 2), new PrivacyReportOptions(), TestContext.Current.CancellationToken);
        var gates = PrivacyGates.Of(report, null, new PrivacyGateOptions());
        Assert.Equal(Names, gates.Select(gate => gate.Name));
        Assert.Equal(PrivacyGates.Names, gates.Select(gate => gate.Name));
        Assert.Equal(["exact-copies"], gates.Where(gate => gate.Passed).Select(gate => gate.Name));
        Assert.Contains("pass a hold-out dataset", gates[0].Why, StringComparison.Ordinal);
        Assert.Contains("100 or more are needed", gates[^1].Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(4, 0, true)]
    [InlineData(8, 0, false)]
    [InlineData(8, 8, true)]
    [InlineData(40, 8, false)]
    public void GivenCopies_WhenJudged_ThenAsManyAsRealPatientsCoincideMayBe(int copies, int coincidences, bool passed)
    {
        var gate = PrivacyGates.Of(Report(1000, copies, 1000, coincidences), null, new PrivacyGateOptions())[1];
        Assert.Equal((passed, copies / 1000.0, coincidences / 1000.0), (gate.Passed, gate.Value, gate.Threshold));
    }

    [Theory]
    [InlineData(200, 200, true)]
    [InlineData(250, 200, true)]
    [InlineData(350, 200, false)]
    [InlineData(100, 200, true)]
    public void GivenAttacks_WhenJudged_ThenARiskMayNotBeAboveTheThresholdBeyondChance(int successes, int control, bool passed)
    {
        var counts = new AttackCounts(500, successes, 20, control);
        var attacks = new AttackReport { SinglingOutUnivariate = counts, SinglingOutMultivariate = counts, Linkability = counts, Inference = new Dictionary<string, AttackCounts> { ["a"] = new(500, 480, 470, 478), ["b"] = counts } };
        var gates = PrivacyGates.Of(Report(1000, 0, 1000, 0), attacks, new PrivacyGateOptions());
        Assert.All(gates.Skip(4), gate => Assert.Equal(passed, gate.Passed));
        Assert.All(gates.Skip(4), gate => Assert.Equal(0.09, gate.Threshold));
    }

    [Fact]
    public void GivenARareMutationThatNearlyEveryGuessHits_WhenJudged_ThenChanceIsNotTakenForRisk()
    {
        var rare = new AttackCounts(500, 490, 469, 470);
        var attacks = new AttackReport { SinglingOutUnivariate = rare, SinglingOutMultivariate = rare, Linkability = rare, Inference = new Dictionary<string, AttackCounts> { ["rare"] = rare } };
        var gate = PrivacyGates.Of(Report(1000, 0, 1000, 0), attacks with { Inference = Enumerable.Range(0, 70).ToDictionary(i => $"secret {i}", _ => rare) }, new PrivacyGateOptions())[^1];
        Assert.True(rare.Risk(0.99)!.Interval.Lower > 0.09);
        Assert.True(gate.Passed, gate.Why);
    }

    private static PrivacyReport Report(int synthetic, int copies, int training, int coincidences)
    {
        var distances = new DistanceDistribution(synthetic, 0.5, 0.2, new ConfidenceInterval(0.48, 0.52, 0.95), []);
        var nearest = new NearestDistribution(distances, distances, Proportion.Of(copies, synthetic, 0.95));
        return new PrivacyReport
        {
            TrainingRows = training,
            SyntheticRows = synthetic,
            ToTraining = nearest,
            RandomToTraining = nearest,
            TrainingDuplicates = Proportion.Of(coincidences, training, 0.95),
            HoldOut = null,
        };
    }
}
