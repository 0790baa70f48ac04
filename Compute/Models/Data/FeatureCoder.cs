namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>Writes one feature of one row into its columns of the matrix.</summary>
/// <param name="feature">The feature.</param>
/// <param name="columns">Names of its columns.</param>
internal abstract class FeatureCoder(Feature feature, IReadOnlyList<string> columns)
{
    public Feature Feature { get; } = feature;

    public IReadOnlyList<string> Columns { get; } = columns;

    /// <param name="values">The feature's numbers in this row, [Width], none missing.</param>
    /// <param name="target">The feature's columns, [Columns.Count], zeroed.</param>
    public abstract void Encode(ReadOnlySpan<double> values, Span<float> target);

    public static FeatureCoder For(Feature feature, FeatureScale scale) => feature.Type switch
    {
        FeatureType.Continuous or FeatureType.Count => new NumberCoder(feature, scale),
        FeatureType.Binary => new BinaryCoder(feature),
        FeatureType.Category when feature.Ordered => new NumberCoder(feature, scale),
        FeatureType.Category => new OneHotCoder(feature),
        FeatureType.Vector => new VectorCoder(feature),
        _ => throw new ArgumentException($"'{feature.Name}' is {feature.Type}: it cannot be a model input."),
    };

    /// <summary>The index of a category, checked.</summary>
    protected int CategoryIndex(double value)
    {
        var index = (int)value;
        return index == value && index >= 0 && index < Feature.Categories.Count
            ? index
            : throw new ArgumentException($"Column '{Feature.Name}': expected a category index 0..{Feature.Categories.Count - 1}, got {value}.");
    }
}
