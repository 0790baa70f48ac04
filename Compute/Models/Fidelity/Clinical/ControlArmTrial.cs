namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>One mock trial: the same treated arm against controls drawn from real and from synthetic patients.</summary>
/// <param name="PlantedHazardRatio">What the treatment was made to do; 1 for nothing.</param>
/// <param name="Treated">Real patients in the treated arm.</param>
/// <param name="Real">Against real controls.</param>
/// <param name="Synthetic">Against synthetic controls.</param>
public sealed record ControlArmTrial(double PlantedHazardRatio, int Treated, ControlArm Real, ControlArm Synthetic)
{
    /// <summary>Whether both matched controls lead to the same conclusion on the treatment, at 95 %.</summary>
    public bool SameConclusion => HazardConclusions.Of(Real.Matched) == HazardConclusions.Of(Synthetic.Matched);

    /// <summary>The same of the weighted controls.</summary>
    public bool SameConclusionWeighted => HazardConclusions.Of(Real.Weighted) == HazardConclusions.Of(Synthetic.Weighted);

    internal static ControlArmTrial Sum(IReadOnlyList<ControlArmTrial> nodes) => new(
        nodes[0].PlantedHazardRatio,
        nodes.Sum(node => node.Treated),
        ControlArm.Sum([.. nodes.Select(node => node.Real)]),
        ControlArm.Sum([.. nodes.Select(node => node.Synthetic)]));
}
