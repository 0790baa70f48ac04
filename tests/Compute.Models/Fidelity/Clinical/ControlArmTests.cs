using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Fidelity.Clinical;
using GenoMed.Fhir.Compute.Models.Survival;
using GenoMed.Fhir.Compute.Models.Tests.Data;
using static GenoMed.Fhir.Compute.Models.Tests.Fidelity.Clinical.GoldenPatients;

namespace GenoMed.Fhir.Compute.Models.Tests.Fidelity.Clinical;

/// <summary>Propensity and matching against R (Goldens/clinical.R), mock treatments against what was planted.</summary>
public sealed class ControlArmTests
{
    private static readonly Dictionary<string, double[]> Expected = Golden["matching"];

    private static FeatureTable Arm
    {
        get
        {
            var arm = Real.Select([.. Enumerable.Range(0, 90)]);
            return new FeatureTable(Schema, arm.RowIds, Schema.Features.ToDictionary(
                feature => feature.Name, feature => arm.Column(feature.Name).ToArray().Select(value => feature.Name == "age" ? value + 5 : value).ToArray()));
        }
    }

    [Fact]
    public void GivenTwoArms_WhenThePropensityIsFitted_ThenItsLogitIsThatOfGlm() =>
        Near.Equal(Expected["logit"], TreatmentPropensity.Of(Arm, Synthetic, ["age", "gene", "other"]).Logits, 1e-3);

    [Fact]
    public void GivenPropensities_WhenMatched_ThenThePairsAreThoseOfR()
    {
        var logits = Expected["logit"];
        var mean = logits.Average();
        var caliper = 0.2 * Math.Sqrt(logits.Sum(logit => (logit - mean) * (logit - mean)) / (logits.Length - 1));
        var pairs = NearestPairs.Of(logits[..90], logits[90..], caliper);

        Assert.Equal(Expected["treated"], pairs.Select(pair => (double)pair.Treated));
        Assert.Equal(Expected["control"], pairs.Select(pair => (double)pair.Control));
    }

    [Fact]
    public void GivenTwoArms_WhenMatched_ThenTheyBecomeAlikeAsInR()
    {
        var matching = PropensityMatching.Of(TreatmentPropensity.Of(Arm, Synthetic, ["age", "gene", "other"]));

        Assert.Equal(matching.Pairs.Count, matching.Pairs.Select(pair => pair.Control).Distinct().Count());
        Assert.Equal(Expected["imbalance"][0], matching.ImbalanceBefore, 1e-6);
        Assert.Equal(Expected["imbalance"][1], matching.ImbalanceAfter, 0.03);
    }

    [Fact]
    public void GivenTwoArms_WhenWeighted_ThenWeightsBalanceAndHazardAreThoseOfR()
    {
        var expected = GoldenFile.Read("weighting.txt")["overlap"];
        var weighting = OverlapWeighting.Of(TreatmentPropensity.Of(Arm, Synthetic, ["age", "gene", "other"]));
        (double[], double[]) Outcome(FeatureTable table) => (table.Durations("os"), table.Events("os"));
        var hazard = TreatmentHazard.Of(Outcome(Arm), Outcome(Synthetic), weighting.Weights);

        Near.Equal(expected["weight"], weighting.Weights, 1e-4);
        Assert.Equal(expected["effective"][0], weighting.Effective, 0.05);
        Assert.Equal(0, weighting.Imbalance, 1e-3);
        Assert.Equal(expected["coef"][0], hazard.LogHazardRatio, 1e-4);
        Assert.Equal(expected["robust"][0], hazard.StandardError, 1e-4);
    }

    [Fact]
    public void GivenATreatment_WhenPlanted_ThenCoxFindsItsHazardRatio()
    {
        var patients = Tables.Cohort(3000, 4);
        var plan = CohortPlan(patients);
        var treatment = MockTreatment.Of(plan, patients, ["x", "g"]);
        var (durations, events) = treatment.Apply(patients, 0.6);
        var covariates = new double[2 * patients.Count, 3];
        for (var row = 0; row < 2 * patients.Count; row++)
        {
            (covariates[row, 0], covariates[row, 1], covariates[row, 2]) = (row < patients.Count ? 1 : 0, patients.Column("x")[row % patients.Count], patients.Column("g")[row % patients.Count]);
        }

        var fit = CoxRegression.Fit([.. durations, .. patients.Durations("os")], [.. events, .. patients.Events("os")], covariates);
        Assert.Equal(0.6, Math.Exp(fit.Coefficients[0]), 0.04);
        Assert.Equal(patients.Durations("os"), treatment.Apply(patients, 1).Durations);
        Assert.All(durations.Zip(patients.Durations("os")), pair => Assert.True(pair.First >= pair.Second - 0.2));
    }

    [Fact]
    public void GivenOneCohort_WhenTrialsAreRun_ThenMatchingTakesTheBiasAndBothControlsConcludeAlike()
    {
        var (real, synthetic) = (Tables.Cohort(1500, 5), Tables.Cohort(1500, 6));
        var trials = MockTrials.Of(CohortPlan(real), real, null, synthetic, new ClinicalReportOptions { Trials = 8, PlantedHazardRatio = 0.5 }, TestContext.Current.CancellationToken);

        Assert.Equal(16, trials.Count);
        ControlArmTrial[] nothing = [.. trials.Where(trial => trial.PlantedHazardRatio == 1)];
        ControlArmTrial[] planted = [.. trials.Except(nothing)];

        // Patients with a better outlook are treated: without matching the treatment seems to work where it does nothing.
        Assert.All(nothing, trial => Assert.Equal(HazardConclusion.Lower, HazardConclusions.Of(trial.Synthetic.Unmatched)));
        Assert.InRange(Math.Exp(nothing.Average(trial => trial.Synthetic.Matched.LogHazardRatio)), 0.85, 1.15);
        Assert.All(trials, trial => Assert.True(trial.Synthetic.ImbalanceAfter < trial.Synthetic.ImbalanceBefore / 2));
        Assert.All(planted, trial => Assert.Equal((HazardConclusion.Lower, true), (HazardConclusions.Of(trial.Synthetic.Matched), trial.SameConclusion)));

        // Weighting takes it whole, and keeps more patients than pairs do.
        Assert.InRange(Math.Exp(nothing.Average(trial => trial.Synthetic.Weighted.LogHazardRatio)), 0.85, 1.15);
        Assert.All(trials, trial => Assert.True(trial.Synthetic.ImbalanceWeighted < 0.01 && trial.Synthetic.Weighted.StandardError < trial.Synthetic.Matched.StandardError));
        Assert.All(planted, trial => Assert.Equal((HazardConclusion.Lower, true), (HazardConclusions.Of(trial.Synthetic.Weighted), trial.SameConclusionWeighted)));
    }

    [Fact]
    public void GivenSyntheticPatientsWhoLiveTooLong_WhenTrialsAreRun_ThenTheConclusionsDiffer()
    {
        var real = Tables.Cohort(1500, 7);
        double[] longer = [.. real.Durations("os").Zip(real.Events("os")).SelectMany(pair => new[] { pair.First * 3, pair.Second })];
        var synthetic = Tables.Of(real.Schema, [.. real.Schema.Features.Select(feature => feature.Name == "os" ? longer : real.Column(feature.Name).ToArray())]);

        var trials = MockTrials.Of(CohortPlan(real), real, null, synthetic, new ClinicalReportOptions { Trials = 3 }, TestContext.Current.CancellationToken);
        Assert.All(trials, trial => Assert.False(trial.SameConclusion || trial.SameConclusionWeighted));
        var summary = ControlArmSummary.Of(trials);
        Assert.Equal([(1, 3, 0), (0.6, 3, 0)], summary.Select(effect => (effect.PlantedHazardRatio, effect.Trials, effect.SameConclusion)));
        Assert.All(summary, effect => Assert.True(effect.SyntheticHazardRatio > 1.5 * effect.RealHazardRatio));
    }

    [Fact]
    public void GivenNoFactorThatTells_WhenTrialsAreAskedFor_ThenThereAreNone()
    {
        var real = Tables.Cohort(200, 8);
        Assert.Empty(MockTrials.Of(CohortPlan(real) with { Prognostic = [] }, real, null, real, new ClinicalReportOptions(), TestContext.Current.CancellationToken));
    }

    private static SafePlan CohortPlan(FeatureTable table) => SafePlanBuilder.Of(table, ["g"], [], [], ["x", "g"], "os");
}
