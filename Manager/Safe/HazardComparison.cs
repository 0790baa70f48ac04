using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Manager.Safe.Page;

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
            Titled(plan, plan.Schema[factor]),
            HazardRatio.Of(nodes.Select(node => node.Real!.Hazards[factor]).Aggregate((left, right) => left + right)),
            HazardRatio.Of(nodes[0].Synthetic!.Hazards[factor]))),
    ];

    /// <summary>What the ratio is of: a number's is per so much of it, an ordered category's per step.</summary>
    private static string Titled(SafePlan plan, Feature feature)
    {
        var label = feature.Label.Length > 0 ? feature.Label : feature.Name;
        return feature.Type switch
        {
            FeatureType.Continuous or FeatureType.Count => string.Create(CultureInfo.InvariantCulture, $"{label}, per {plan.HazardStep(feature.Name):G3} {UnitText.Of(feature.Unit ?? "")}").TrimEnd(),
            FeatureType.Category when feature.Categories.Count > 2 => $"{label}, per step",
            _ => label,
        };
    }
}
