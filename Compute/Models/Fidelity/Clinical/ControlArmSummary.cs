namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>The mock trials of one planted effect together.</summary>
/// <param name="PlantedHazardRatio">What the treatment was made to do.</param>
/// <param name="Trials">How many gave a hazard ratio by both controls.</param>
/// <param name="RealHazardRatio">Geometric mean by real controls.</param>
/// <param name="SyntheticHazardRatio">Geometric mean by synthetic controls.</param>
/// <param name="SameConclusion">Trials in which both conclude alike.</param>
public sealed record ControlArmSummary(double PlantedHazardRatio, int Trials, double RealHazardRatio, double SyntheticHazardRatio, int SameConclusion)
{
    /// <summary>One for each planted effect.</summary>
    public static IReadOnlyList<ControlArmSummary> Of(IEnumerable<ControlArmTrial> trials) => [.. trials
        .Where(trial => trial.Real.Matched.Precision > 0 && trial.Synthetic.Matched.Precision > 0)
        .GroupBy(trial => trial.PlantedHazardRatio)
        .Select(effect => new ControlArmSummary(
            effect.Key, effect.Count(), Mean(effect.Select(trial => trial.Real)), Mean(effect.Select(trial => trial.Synthetic)), effect.Count(trial => trial.SameConclusion)))];

    private static double Mean(IEnumerable<ControlArm> arms) => Math.Exp(arms.Average(arm => arm.Matched.LogHazardRatio));
}
