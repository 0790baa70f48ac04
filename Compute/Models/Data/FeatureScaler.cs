namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>
/// The scale of each feature, fixed once for all nodes from the combined statistics, so that the same
/// patient gives the same tensor everywhere. A feature that is not listed is taken as it is, without
/// a missing indicator.
/// </summary>
/// <param name="Features">Feature name to scale.</param>
public sealed record FeatureScaler(IReadOnlyDictionary<string, FeatureScale> Features)
{
    /// <summary>Scales nothing.</summary>
    public static FeatureScaler None { get; } = new(new Dictionary<string, FeatureScale>());

    private static readonly FeatureScale Unscaled = new();

    /// <summary>The scale of a feature.</summary>
    public FeatureScale this[string feature] => Features.GetValueOrDefault(feature, Unscaled);
}
