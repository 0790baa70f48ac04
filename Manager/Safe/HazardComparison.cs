using GenoMed.Fhir.Compute.Models.Fidelity;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>A known prognostic factor, alone in Cox's model.</summary>
/// <param name="Factor">The feature's name.</param>
/// <param name="Label">For people.</param>
/// <param name="Real">Of the real patients, nodes with a baseline of their own; null where they cannot tell.</param>
/// <param name="Synthetic">Of the synthetic patients.</param>
public sealed record HazardComparison(string Factor, string Label, HazardRatio? Real, HazardRatio? Synthetic)
{
    /// <summary>Null where one of the two cannot tell; true where the intervals meet.</summary>
    public bool? Agree => Real is null || Synthetic is null ? null : Real.Interval.Lower <= Synthetic.Interval.Upper && Synthetic.Interval.Lower <= Real.Interval.Upper;

    internal static IReadOnlyList<HazardComparison> Of(SafePlan plan, IReadOnlyList<SafeEvidence> nodes) =>
    [
        .. plan.Prognostic.Select(factor => new HazardComparison(
            factor,
            plan.Schema[factor].Label is { Length: > 0 } label ? label : factor,
            HazardRatio.Of(nodes.Select(node => node.Real!.Hazards[factor]).Aggregate((left, right) => left + right)),
            HazardRatio.Of(nodes[0].Synthetic!.Hazards[factor]))),
    ];
}
