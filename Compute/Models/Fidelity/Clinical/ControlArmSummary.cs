namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>The mock trials of one planted effect together.</summary>
/// <param name="PlantedHazardRatio">What the treatment was made to do.</param>
/// <param name="Trials">How many gave a hazard ratio by both controls.</param>
/// <param name="RealHazardRatio">Geometric mean by real controls.</param>
/// <param name="SyntheticHazardRatio">Geometric mean by synthetic controls.</param>
/// <param name="SameConclusion">Trials in which both conclude alike.</param>
public sealed record ControlArmSummary(double PlantedHazardRatio, int Trials, double RealHazardRatio, double SyntheticHazardRatio, int SameConclusion)
{
    /// <summary>Geometric mean by weighted real controls; NaN where none was weighted.</summary>
    public double WeightedRealHazardRatio { get; init; } = double.NaN;

    /// <summary>The same by synthetic ones.</summary>
    public double WeightedSyntheticHazardRatio { get; init; } = double.NaN;

    /// <summary>Trials in which both weighted controls conclude alike.</summary>
    public int SameConclusionWeighted { get; init; }

    /// <summary>One for each planted effect.</summary>
    public static IReadOnlyList<ControlArmSummary> Of(IEnumerable<ControlArmTrial> trials) => [.. trials
        .Where(trial => trial.Real.Matched.Precision > 0 && trial.Synthetic.Matched.Precision > 0)
        .GroupBy(trial => trial.PlantedHazardRatio)
        .Select(effect => new ControlArmSummary(
            effect.Key, effect.Count(), Mean(effect.Select(trial => trial.Real.Matched)), Mean(effect.Select(trial => trial.Synthetic.Matched)), effect.Count(trial => trial.SameConclusion))
        {
            WeightedRealHazardRatio = Mean(effect.Select(trial => trial.Real.Weighted)),
            WeightedSyntheticHazardRatio = Mean(effect.Select(trial => trial.Synthetic.Weighted)),
            SameConclusionWeighted = effect.Count(trial => trial.SameConclusionWeighted),
        })];

    private static double Mean(IEnumerable<HazardTerm> terms) => Math.Exp(terms.Average(term => term.LogHazardRatio));
}
