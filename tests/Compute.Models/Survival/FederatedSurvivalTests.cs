using GenoMed.Fhir.Compute.Models.DeepSurv;
using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Tests.Survival;

/// <summary>The rows of each golden cohort over three nodes of unequal size: what they send adds up to the pooled result.</summary>
public sealed class FederatedSurvivalTests
{
    public static TheoryData<string> Sets => GoldenSet.Names;

    public static TheoryData<string, CoxTies> SetsAndTies => new(
        from set in GoldenSet.Names
        from ties in new[] { CoxTies.Efron, CoxTies.Breslow }
        select ((string)set.Data, ties));

    [Theory]
    [MemberData(nameof(Sets))]
    public void GivenThreeNodes_WhenKaplanMeier_ThenTheCentralisedCurve(string set)
    {
        var rows = Rows(set);
        var pooled = RiskTable.Combine([.. Nodes(rows.Durations.Length).Select(node => RiskTable.Of(Pick(rows.Durations, node), Pick(rows.Events, node)))]);
        var (federated, central) = (KaplanMeier.Estimate(pooled), KaplanMeier.Estimate(rows.Durations, rows.Events));
        Near.Equal(central.Select(point => point.Survival), federated.Select(point => point.Survival), 1e-12);
        Near.Equal(central.Select(point => point.Interval.Lower), federated.Select(point => point.Interval.Lower), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void GivenThreeNodesOfWhichOneLacksAGroup_WhenLogRank_ThenTheCentralisedTest(string set)
    {
        var rows = Rows(set);
        int[] groups = [.. Enumerable.Range(0, rows.Durations.Length).Select(i => i % 10 == 9 ? 0 : i % 3)];
        var pooled = RiskTable.Combine([.. Nodes(groups.Length).Select(node => RiskTable.Of(Pick(rows.Durations, node), Pick(rows.Events, node), Pick(groups, node), 3))]);
        Assert.Equal(LogRank.Test(rows.Durations, rows.Events, groups).ChiSquared, LogRank.Test(pooled).ChiSquared, 1e-10);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void GivenThreeNodes_WhenBreslowBaseline_ThenTheCentralisedHazard(string set)
    {
        var rows = Rows(set);
        var pooled = HazardTable.Combine([.. Nodes(rows.Durations.Length).Select(node => Hazards(rows, node))]);
        var (federated, central) = (BreslowBaseline.Estimate(pooled), BreslowBaseline.Estimate(rows.Durations, rows.Events, rows.LogHazard));
        Near.Equal(central.Select(point => point.Time), federated.Select(point => point.Time), 0);
        Near.Equal(central.Select(point => point.CumulativeHazard), federated.Select(point => point.CumulativeHazard), 1e-12);
    }

    [Theory]
    [MemberData(nameof(SetsAndTies))]
    public void GivenThreeNodes_WhenCoxGradient_ThenTheCentralisedLossAndGradient(string set, CoxTies ties)
    {
        var rows = Rows(set);
        var pooled = HazardTable.Combine([.. Nodes(rows.Durations.Length).Select(node => Hazards(rows, node))]);
        var central = DeepSurvLoss.Evaluate(rows.LogHazard.Select(f => (float)f).ToArray(), rows.Durations, rows.Events, ties)!;
        Assert.Equal(central.Value, FederatedPartialLikelihood.Loss(pooled, ties), 1e-6);
        foreach (var node in Nodes(rows.Durations.Length))
        {
            var gradient = FederatedPartialLikelihood.Gradient(pooled, Pick(rows.Durations, node), Pick(rows.Events, node), Pick(rows.LogHazard, node), ties);
            Near.Equal(Pick(central.Gradient, node).Select(value => (double)value), gradient, 1e-6);
        }
    }

    [Fact]
    public void GivenATimeThatIsNotInTheSums_WhenGradient_ThenNamesTheRow() => Assert.Contains(
        "Row 0",
        Assert.Throws<ArgumentException>(() => FederatedPartialLikelihood.Gradient(HazardTable.Of([1], [1], [0]), [2], [1], [0], CoxTies.Efron)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void GivenTablesOfDifferentGroups_WhenCombined_ThenNamesBoth() => Assert.Contains(
        "1, 2", Assert.Throws<ArgumentException>(() => RiskTable.Combine([RiskTable.Of([1], [1]), RiskTable.Of([1, 2], [1, 1], [0, 1], 2)])).Message, StringComparison.Ordinal);

    private static HazardTable Hazards((double[] Durations, double[] Events, double[] LogHazard) rows, int[] node) =>
        HazardTable.Of(Pick(rows.Durations, node), Pick(rows.Events, node), Pick(rows.LogHazard, node));

    private static (double[] Durations, double[] Events, double[] LogHazard) Rows(string set)
    {
        var (durations, events, covariates) = GoldenSet.Load(set).Rows();
        var risk = GoldenSet.Risk(covariates);
        var (mean, spread) = (risk.Average(), risk.Max() - risk.Min());
        return (durations, events, [.. risk.Select(x => (double)(float)(3 * (x - mean) / spread))]);
    }

    /// <summary>60, 30 and 10 % of the rows; the last node has every tenth.</summary>
    private static int[][] Nodes(int count) =>
    [
        [.. Enumerable.Range(0, count).Where(i => i % 10 < 6)],
        [.. Enumerable.Range(0, count).Where(i => i % 10 is >= 6 and < 9)],
        [.. Enumerable.Range(0, count).Where(i => i % 10 == 9)],
    ];

    private static T[] Pick<T>(T[] values, int[] rows) => [.. rows.Select(row => values[row])];
}
