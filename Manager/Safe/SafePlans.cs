using GenoMed.Fhir.Compute.Federation;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Guides;
using GenoMed.Fhir.Guides.Publishing;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>The plan of a SAFE evaluation from what nodes tell of their data sets (<c>$dataset-statistics</c>) and from the guide.</summary>
public static class SafePlans
{
    /// <summary>Of the standard normal distribution: 10 % of it lie below the first, 90 % below the last.</summary>
    private static readonly double[] Deciles = [-1.2815515655, -0.8416212336, -0.5244005127, -0.2533471031, 0, 0.2533471031, 0.5244005127, 0.8416212336, 1.2815515655];

    /// <summary>The plan of tables of these inputs and this outcome.</summary>
    /// <param name="guide">Says which features are lesions and which are prognostic.</param>
    /// <param name="inputs">The generator's inputs.</param>
    /// <param name="outcome">Its outcome.</param>
    /// <param name="statistics">Combined over the nodes. Numbers are cut at the deciles of the normal curve that their scale makes of them.</param>
    /// <exception cref="ArgumentException">A name is none of the guide's, or the nodes tell nothing of the outcome.</exception>
    public static SafePlan Of(Guide guide, IReadOnlyList<string> inputs, string outcome, DatasetStatistics statistics)
    {
        var features = SafeFeatures.Of(guide, inputs, outcome);
        var scaler = statistics.ToScaler(features.Schema);
        var numbers = features.Schema.Features.Where(feature => feature.Type is FeatureType.Continuous or FeatureType.Count);
        return SafePlanBuilder.Of(
            features.Schema,
            numbers.ToDictionary(feature => feature.Name, feature => Edges(feature, scaler[feature.Name])),
            features.Lesions.Where(name => Frequency(statistics, name) >= SafePlanBuilder.LeastFrequency).ToHashSet(),
            features.Lesions,
            features.Cytogenetics,
            features.Derived,
            features.Prognostic,
            outcome,
            scaler.Features.TryGetValue(outcome, out var durations)
                ? durations.Invert(Deciles[^1])
                : throw new ArgumentException($"The nodes tell nothing of '{outcome}'."));
    }

    private static IReadOnlyList<double> Edges(Feature feature, FeatureScale scale) =>
    [
        .. Deciles
            .Select(z => Math.Clamp(scale.Invert(z), feature.Minimum ?? double.MinValue, feature.Maximum ?? double.MaxValue))
            .Distinct()
            .Order(),
    ];

    private static double Frequency(DatasetStatistics statistics, string lesion)
    {
        var counts = statistics.Features.TryGetValue(lesion, out var told) ? told.Counts : null;
        var (carriers, others) = (counts?.GetValueOrDefault("1") ?? 0, counts?.GetValueOrDefault("0") ?? 0);
        return carriers == 0 ? 0 : (double)carriers / (carriers + others);
    }
}
