using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>
/// The synthetic control arm tried out: real patients are treated in mock (<see cref="MockTreatment"/>), and compared with
/// matched controls out of other real patients and out of the synthetic ones. Would both have led to the same conclusion?
/// </summary>
internal static class MockTrials
{
    /// <summary>
    /// Two trials of each arm drawn: the treatment does nothing, and it does what the options plant. The treated are held-out
    /// patients, their real controls those that the generator learned from; without a hold-out both are of the latter.
    /// None where the patients are too few.
    /// </summary>
    public static IReadOnlyList<ControlArmTrial> Of(
        SafePlan plan, FeatureTable real, FeatureTable? holdOut, FeatureTable synthetic, ClinicalReportOptions options, CancellationToken cancellation)
    {
        var factors = FactorMatrix.Telling(plan, FactorMatrix.Complete(plan, real));
        if (options.Trials == 0 || factors.Count == 0 || real.Events(plan.Outcome).Sum() <= factors.Count)
        {
            return [];
        }

        var treatment = MockTreatment.Of(plan, real, factors);
        return [.. Enumerable.Range(0, options.Trials).SelectMany(trial =>
        {
            cancellation.ThrowIfCancellationRequested();
            var seed = DerivedSeed.From(options.Seed, "mock trial", trial.ToString(CultureInfo.InvariantCulture));
            return Trials(plan, treatment, Arms(treatment, real, holdOut, seed), synthetic, factors, [1, options.PlantedHazardRatio]);
        })];
    }

    private static (FeatureTable Treated, FeatureTable Others) Arms(MockTreatment treatment, FeatureTable real, FeatureTable? holdOut, long seed)
    {
        var chosen = treatment.Choose(holdOut ?? real, seed);
        int[] Rows(bool arm) => [.. Enumerable.Range(0, chosen.Length).Where(row => chosen[row] == arm)];
        return ((holdOut ?? real).Select(Rows(true)), holdOut is null ? real.Select(Rows(false)) : real);
    }

    private static ControlArmTrial[] Trials(
        SafePlan plan, MockTreatment treatment, (FeatureTable Treated, FeatureTable Others) arms, FeatureTable synthetic, IReadOnlyList<string> factors, double[] hazardRatios)
    {
        var (real, invented) = (PropensityMatching.Of(arms.Treated, arms.Others, factors), PropensityMatching.Of(arms.Treated, synthetic, factors));
        return [.. hazardRatios.Select(hazardRatio =>
        {
            var treated = treatment.Apply(arms.Treated, hazardRatio);
            return new ControlArmTrial(hazardRatio, arms.Treated.Count, Arm(treated, arms.Others, real, plan.Outcome), Arm(treated, synthetic, invented, plan.Outcome));
        })];
    }

    private static ControlArm Arm((double[] Durations, double[] Events) treated, FeatureTable candidates, PropensityMatching matching, string outcome)
    {
        var controls = (candidates.Durations(outcome), candidates.Events(outcome));
        var matched = Hazard(
            Pick(treated, [.. matching.Pairs.Select(pair => pair.Treated)]), Pick(controls, [.. matching.Pairs.Select(pair => pair.Control)]));
        return new ControlArm(matched, Hazard(treated, controls), matching.Pairs.Count, matching.ImbalanceBefore, matching.ImbalanceAfter);
    }

    private static (double[] Durations, double[] Events) Pick((double[] Durations, double[] Events) patients, int[] rows) =>
        ([.. rows.Select(row => patients.Durations[row])], [.. rows.Select(row => patients.Events[row])]);

    /// <summary>Cox's regression on treatment; nothing where an arm has fewer than five events.</summary>
    private static HazardTerm Hazard((double[] Durations, double[] Events) treated, (double[] Durations, double[] Events) controls)
    {
        const int LeastEvents = 5;
        if (treated.Events.Sum() < LeastEvents || controls.Events.Sum() < LeastEvents)
        {
            return new HazardTerm(0, 0);
        }

        var covariates = new double[treated.Durations.Length + controls.Durations.Length, 1];
        for (var row = 0; row < treated.Durations.Length; row++)
        {
            covariates[row, 0] = 1;
        }

        var fit = CoxRegression.Fit([.. treated.Durations, .. controls.Durations], [.. treated.Events, .. controls.Events], covariates);
        return HazardTerm.Of(fit.Coefficients[0], fit.StandardErrors[0]);
    }
}
