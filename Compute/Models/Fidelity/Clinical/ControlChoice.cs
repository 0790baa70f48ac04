using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>The two ways in which controls are made like the treated patients, by one propensity.</summary>
/// <param name="Matching">One control for each.</param>
/// <param name="Weighting">All candidates, each as far as it is like them.</param>
internal sealed record ControlChoice(PropensityMatching Matching, OverlapWeighting Weighting)
{
    public static ControlChoice Of(FeatureTable treated, FeatureTable candidates, IReadOnlyList<string> factors)
    {
        var propensity = TreatmentPropensity.Of(treated, candidates, factors);
        return new ControlChoice(PropensityMatching.Of(propensity), OverlapWeighting.Of(propensity));
    }
}
