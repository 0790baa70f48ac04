using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>
/// The synthetic control arm tried out: real patients are treated in mock (<see cref="MockTreatment"/>), and compared with
/// controls, matched and weighted, out of other real patients and out of the synthetic ones. Would both have led to the same conclusion?
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
        var (real, invented) = (ControlChoice.Of(arms.Treated, arms.Others, factors), ControlChoice.Of(arms.Treated, synthetic, factors));
        return [.. hazardRatios.Select(hazardRatio =>
        {
            var treated = treatment.Apply(arms.Treated, hazardRatio);
            return new ControlArmTrial(hazardRatio, arms.Treated.Count, Arm(treated, arms.Others, real, plan.Outcome), Arm(treated, synthetic, invented, plan.Outcome));
        })];
    }

    private static ControlArm Arm((double[] Durations, double[] Events) treated, FeatureTable candidates, ControlChoice choice, string outcome)
    {
        var (controls, pairs) = ((candidates.Durations(outcome), candidates.Events(outcome)), choice.Matching.Pairs);
        var matched = TreatmentHazard.Of(Pick(treated, [.. pairs.Select(pair => pair.Treated)]), Pick(controls, [.. pairs.Select(pair => pair.Control)]));
        return new ControlArm(matched, TreatmentHazard.Of(treated, controls), pairs.Count, choice.Matching.ImbalanceBefore, choice.Matching.ImbalanceAfter)
        {
            Weighted = TreatmentHazard.Of(treated, controls, choice.Weighting.Weights),
            EffectiveControls = choice.Weighting.Effective,
            ImbalanceWeighted = choice.Weighting.Imbalance,
        };
    }

    private static (double[] Durations, double[] Events) Pick((double[] Durations, double[] Events) patients, int[] rows) =>
        ([.. rows.Select(row => patients.Durations[row])], [.. rows.Select(row => patients.Events[row])]);
}
