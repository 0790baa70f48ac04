using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Fidelity.Clinical;
using static GenoMed.Fhir.Compute.Models.Tests.Fidelity.Clinical.GoldenPatients;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Clinical;

/// <summary>Curves, restricted means and log-rank tests against R (Goldens/clinical.R).</summary>
public sealed class SurvivalComparisonTests
{
    [Fact]
    public void GivenTables_WhenCompared_ThenCurvesMeansAndTestAreThoseOfR()
    {
        var comparison = SurvivalComparison.Of(Plan, Real, Synthetic);
        foreach (var (arm, golden) in new[] { (comparison.Real, Golden["real"]), (comparison.Synthetic, Golden["synthetic"]) })
        {
            Near.Equal(golden["surv"], arm.Survival, 1e-12);
            Near.Equal(golden["lower"], arm.Lower, 1e-12);
            Near.Equal(golden["upper"], arm.Upper, 1e-12);
            Near.Equal(golden["rmean"], [arm.RestrictedMean, arm.RestrictedMeanError], 1e-12);
        }

        Near.Equal(Golden["logrank"]["chisq"], [comparison.LogRank.ChiSquared], 1e-9);
        Near.Equal(Golden["logrank"]["expected"], comparison.LogRank.Expected, 1e-9);
    }

    [Fact]
    public void GivenSummaries_WhenCompared_ThenLifeTablesAndTheTestOfPeriodsAreThoseOfR()
    {
        var comparison = SurvivalComparison.Of(Plan, Summary(Real), Summary(Synthetic));
        foreach (var (arm, golden) in new[] { (comparison.Real, Golden["real"]), (comparison.Synthetic, Golden["synthetic"]) })
        {
            Near.Equal(golden["life.surv"], arm.Survival, 1e-12);
            Near.Equal(golden["life.se"], arm.Survival.Zip(arm.Lower, (s, lower) => s * Math.Log(s / lower) / 1.959963984540054), 1e-9);
            Near.Equal([golden["rmean"][0]], [arm.RestrictedMean], 0.01);
            Near.Equal([golden["rmean"][1]], [arm.RestrictedMeanError], 0.01);
        }

        Near.Equal(Golden["logrank"]["grouped.chisq"], [comparison.LogRank.ChiSquared], 1e-9);
    }

    [Fact]
    public void GivenNodes_WhenTheirSummariesAreAdded_ThenTheComparisonIsThatOfThePooledPatients()
    {
        FeatureTable[] nodes = [Real.Select([.. Enumerable.Range(0, 170)]), Real.Select([.. Enumerable.Range(170, 90)]), Real.Select([.. Enumerable.Range(260, 40)])];
        var sum = SafeSummary.Sum([.. nodes.Select(Summary)]);

        var (pooled, added) = (SurvivalComparison.Of(Plan, Summary(Real), Summary(Synthetic)), SurvivalComparison.Of(Plan, sum, Summary(Synthetic)));
        Assert.Equal(pooled.Real.Survival, added.Real.Survival);
        Assert.Equal(pooled.LogRank.ChiSquared, added.LogRank.ChiSquared);
        Assert.Equal(pooled.RestrictedMeanDifference, added.RestrictedMeanDifference);
    }

    [Fact]
    public void GivenTheSamePatients_WhenCompared_ThenNothingDiffers()
    {
        var comparison = SurvivalComparison.Of(Plan, Real, Real);
        Assert.Equal((0, 0), (comparison.LogRank.ChiSquared, comparison.RestrictedMeanDifference));
        Assert.True(comparison.RestrictedMeanInterval() is { Lower: < 0, Upper: > 0 });
    }

    [Fact]
    public void GivenEverybodyDead_WhenCompared_ThenLimitsAreFinite()
    {
        var died = Real.Select([.. Enumerable.Range(0, Real.Count).Where(row => Real.Events("os")[row] == 1 && Real.Durations("os")[row] < 7)]);
        foreach (var comparison in new[] { SurvivalComparison.Of(Plan, died, Real), SurvivalComparison.Of(Plan, Summary(died), Summary(Real)) })
        {
            Assert.Equal(0, comparison.Real.Survival[^1]);
            Assert.All(comparison.Real.Lower.Concat(comparison.Real.Upper).Append(comparison.Real.RestrictedMeanError), limit => Assert.InRange(limit, 0, 1));
        }
    }
}
