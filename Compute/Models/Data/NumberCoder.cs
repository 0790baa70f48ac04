namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>A number, or the rank of an ordered category, as its z-score in one column.</summary>
internal sealed class NumberCoder(Feature feature, FeatureScale scale) : FeatureCoder(feature, [feature.Name])
{
    public override void Encode(ReadOnlySpan<double> values, Span<float> target)
    {
        var value = Feature.Type == FeatureType.Category ? CategoryIndex(values[0]) : values[0];
        target[0] = (float)scale.Apply(value);
    }
}
