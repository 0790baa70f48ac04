using System.Text.Json;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity.Clinical;
using GenoMed.Fhir.Compute.Models.Tests.Data;
using static GenoMed.Fhir.Compute.Models.Tests.Fidelity.Clinical.GoldenPatients;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Clinical;

/// <summary>Hazard ratios, transfer and control arms of tables; hazard ratios against R (Goldens/clinical.R).</summary>
public sealed class ClinicalReportTests
{
    private static readonly ClinicalReportOptions Quick = new() { Seed = 3, Epochs = 2, Trials = 2 };

    [Fact]
    public void GivenTables_WhenFactorsAreCompared_ThenTheHazardRatiosAreThoseOfCoxph()
    {
        var factors = PrognosticFactor.Of(Plan, Real, Synthetic);
        Near.Equal(Golden["real"]["cox.coef"], factors.Select(factor => factor.Real.LogHazardRatio), 1e-9);
        Near.Equal(Golden["real"]["cox.se"], factors.Select(factor => factor.Real.StandardError), 1e-9);
        Near.Equal(Golden["synthetic"]["cox.coef"], factors.Select(factor => factor.Synthetic.LogHazardRatio), 1e-9);

        // The gene kills in the real patients, and not in the synthetic ones; age does in both.
        Assert.Equal([true, false, false], factors.Select(factor => factor.SameConclusion()));
        Assert.InRange(factors[0].IntervalOverlap(), 0.5, 1);
        Assert.Equal(1, (factors[1] with { Synthetic = factors[1].Real }).IntervalOverlap(), 12);
    }

    [Fact]
    public void GivenAFactorThatSyntheticPatientsLack_WhenFactorsAreCompared_ThenItTellsNothingAndIsNoAgreement()
    {
        var without = new FeatureTable(Schema, Synthetic.RowIds, Schema.Features.ToDictionary(
            feature => feature.Name, feature => feature.Name == "gene" ? new double[Synthetic.Count] : Synthetic.Column(feature.Name).ToArray()));

        var gene = PrognosticFactor.Of(Plan, Real, without)[1];
        Assert.Equal((0, false), (gene.Synthetic.Precision, gene.SameConclusion()));
        Assert.True(double.IsNaN(gene.IntervalOverlap()));
    }

    /// <summary>As R's coxph, which gives NA for such a factor.</summary>
    [Fact]
    public void GivenAFactorThatFollowsFromAnother_WhenFactorsAreCompared_ThenItTellsNothingAndTheOthersAreAsWithoutIt()
    {
        var doubled = new FeatureTable(Schema, Synthetic.RowIds, Schema.Features.ToDictionary(
            feature => feature.Name, feature => Synthetic.Column(feature.Name == "other" ? "gene" : feature.Name).ToArray()));
        var plan = Plan with { Prognostic = ["age", "gene", "other"] };

        var factors = PrognosticFactor.Of(plan, Real, doubled);
        var without = PrognosticFactor.Of(plan with { Prognostic = ["age", "gene"] }, Real, doubled);
        Assert.Equal(without.Select(factor => factor.Synthetic), factors.Take(2).Select(factor => factor.Synthetic));
        Assert.Equal((0, false), (factors[2].Synthetic.Precision, factors[2].SameConclusion()));
        Assert.NotEmpty(ClinicalReport.Of(plan, doubled, null, doubled, Quick, TestContext.Current.CancellationToken).ControlArm);
    }

    [Fact]
    public void GivenHeldOutPatientsWithoutOutcome_WhenReported_ThenTheyAreLeftAside()
    {
        var lost = new FeatureTable(Schema, Real.RowIds, Schema.Features.ToDictionary(
            feature => feature.Name, feature => feature.Type == FeatureType.TimeToEvent ? [.. Enumerable.Repeat(double.NaN, 2 * Real.Count)] : Real.Column(feature.Name).ToArray()));

        Assert.Null(Report(Real, lost, Synthetic).Transfer.Real);
    }

    [Fact]
    public void GivenTheSameSeed_WhenReportedTwice_ThenTheBytesAreTheSameAndReadBack()
    {
        var (first, second) = (Report(Real, null, Synthetic), Report(Real, null, Synthetic));
        var json = JsonSerializer.Serialize(first);

        Assert.Equal(json, JsonSerializer.Serialize(second));
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<ClinicalReport>(json)));
        Assert.Null(first.Transfer.Real);
        Assert.Equal(300, first.Transfer.TestPatients);
    }

    [Fact]
    public void GivenNodes_WhenTheirReportsAreAdded_ThenHazardsAreTheFixedEffectAndPairsAddUp()
    {
        var halves = new[] { Real.Select([.. Enumerable.Range(0, 150)]), Real.Select([.. Enumerable.Range(150, 150)]) };
        ClinicalReport[] nodes = [.. halves.Select(half => Report(half, null, Synthetic))];
        var sum = ClinicalReport.Sum(nodes);

        Assert.Equal((300, 260, 4), (sum.RealPatients, sum.SyntheticPatients, sum.ControlArm.Count));
        var (left, right) = (nodes[0].Factors[0].Real, nodes[1].Factors[0].Real);
        Assert.Equal((left.Weighted + right.Weighted) / (left.Precision + right.Precision), sum.Factors[0].Real.LogHazardRatio, 12);
        Assert.Equal(Golden["real"]["cox.coef"][0], sum.Factors[0].Real.LogHazardRatio, 0.1);
        Assert.Equal(nodes[0].Factors[0].Synthetic, sum.Factors[0].Synthetic);
        Assert.Equal((nodes[0].Survival.Real.Mean + nodes[1].Survival.Real.Mean) / 2, sum.Survival.Real.Mean, 12);
        Assert.Equal(Golden["real"]["rmean"][0], sum.Survival.Real.Mean, 0.05);
        Assert.Equal(Golden["real"]["rmean"][1], sum.Survival.Real.StandardError, 0.005);
        Assert.Equal((nodes[0].Survival.Synthetic, null), (sum.Survival.Synthetic, sum.Survival.LogRankP));
        Assert.Equal(nodes.Sum(node => node.Transfer.Synthetic.Concordant), sum.Transfer.Synthetic.Concordant);
        Assert.InRange(sum.Transfer.Synthetic.C, nodes.Min(node => node.Transfer.Synthetic.C), nodes.Max(node => node.Transfer.Synthetic.C));
        Assert.Equal(JsonSerializer.Serialize(nodes[0]), JsonSerializer.Serialize(ClinicalReport.Sum([nodes[0]])));
    }

    [Fact]
    public void GivenSurvivalThatDiffers_WhenReported_ThenBothTestsSaySo()
    {
        var (differs, same) = (Report(Real, null, Synthetic).Survival, Report(Real, null, Real).Survival);

        Assert.InRange(differs.LogRankP!.Value, 1e-5, 0.001);
        Assert.InRange(differs.P, 1e-5, 0.001);
        Assert.True(differs.Interval().Lower > 0);
        Assert.Equal((1, 1), (same.P, same.LogRankP));
    }

    [Fact]
    public void GivenLesionsThatComeTogether_WhenReported_ThenTheCallsAreToldWithoutCountsAndAddUp()
    {
        var report = Report(Real, null, Synthetic);
        var pair = new LesionPairCall("gene", "other", 1, 1, 0, 1, 0);

        Assert.Equal([pair], report.Pairs);
        Assert.Equal([pair with { Nodes = 2, RealTogether = 2, SyntheticTogether = 2 }], ClinicalReport.Sum([report, report]).Pairs);
        Assert.False((pair with { SyntheticTogether = 0 }).SameCall);
    }

    [Fact]
    public void GivenHeldOutPatients_WhenReported_ThenBothModelsAreTestedOnThemAndTheyAreTreated()
    {
        var (learned, unseen) = (Real.Select([.. Enumerable.Range(0, 200)]), Real.Select([.. Enumerable.Range(200, 100)]));
        var report = Report(learned, unseen, learned);

        Assert.Equal(100, report.Transfer.TestPatients);
        Assert.Equal(report.Transfer.Real, report.Transfer.Synthetic);
        Assert.All(report.ControlArm, trial => Assert.InRange(trial.Treated, 10, 90));
        Assert.All(report.ControlArm, trial => Assert.Equal(trial.Real, trial.Synthetic));
        Assert.Equal(1, report.SameConclusions);
    }

    [Fact]
    public void GivenFewHeldOutPatients_WhenReported_ThenTheyAreLeftAside() =>
        Assert.Null(Report(Real, Real.Select([.. Enumerable.Range(0, 30)]), Synthetic).Transfer.Real);

    [Fact]
    public void GivenSurvivalThatFollowsTheFactors_WhenTrainedOnOneTable_ThenPatientsOfAnotherAreRanked()
    {
        var (training, test) = (Tables.Cohort(400, 1), Tables.Cohort(400, 2));
        var c = SurvivalTransfer.Concordance(training, test, ["x", "g", "noise"], "os", 20, 1, TestContext.Current.CancellationToken);
        Assert.InRange(c.C, 0.7, 0.9);
        Assert.Equal(c, SurvivalTransfer.Concordance(training, test, ["x", "g", "noise"], "os", 20, 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void GivenTooFewPatientsOrOtherFeatures_WhenReported_ThenItIsRefusedWithTheTable()
    {
        string Message(FeatureTable real, FeatureTable synthetic) => Assert.Throws<ArgumentException>(() => Report(real, null, synthetic)).Message;

        Assert.Contains("real table has 59 patients", Message(Real.Select([.. Enumerable.Range(0, 59)]), Synthetic), StringComparison.Ordinal);
        Assert.Contains("synthetic table has 20 patients", Message(Real, Synthetic.Select([.. Enumerable.Range(0, 20)])), StringComparison.Ordinal);
        Assert.Contains("synthetic table: No feature 'age'", Message(Real, Tables.Cohort(100, 1)), StringComparison.Ordinal);
    }

    private static ClinicalReport Report(FeatureTable real, FeatureTable? holdOut, FeatureTable synthetic) =>
        ClinicalReport.Of(Plan, real, holdOut, synthetic, Quick, TestContext.Current.CancellationToken);
}
