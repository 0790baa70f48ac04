using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>One column of the real and of the synthetic table; an outcome is two.</summary>
/// <param name="Name">The feature's name; with its part where it has several.</param>
/// <param name="IsNumber">Whether it is measured, not coded.</param>
/// <param name="Real">[n], NaN where missing.</param>
/// <param name="Synthetic">[m], NaN where missing.</param>
internal sealed record FidelityColumn(string Name, bool IsNumber, double[] Real, double[] Synthetic)
{
    /// <summary>The columns of features that both tables have, in the real one's order; vectors are left out.</summary>
    public static IReadOnlyList<FidelityColumn> Shared(FeatureTable real, FeatureTable synthetic)
    {
        var names = synthetic.Schema.Features.Select(feature => feature.Name).ToHashSet();
        return [.. real.Schema.Features.Where(feature => names.Contains(feature.Name) && feature.Type != FeatureType.Vector).SelectMany(feature => Of(feature, real, synthetic))];
    }

    private static IEnumerable<FidelityColumn> Of(Feature feature, FeatureTable real, FeatureTable synthetic) => feature.Type == FeatureType.TimeToEvent
        ?
        [
            new(feature.Name + ".duration", true, real.Durations(feature.Name), synthetic.Durations(feature.Name)),
            new(feature.Name + ".event", false, real.Events(feature.Name), synthetic.Events(feature.Name)),
        ]
        : [new(feature.Name, feature.Type is FeatureType.Continuous or FeatureType.Count, real.Column(feature.Name).ToArray(), synthetic.Column(feature.Name).ToArray())];
}
