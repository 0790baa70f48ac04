namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>An unordered category as one column for each code of the dictionary's vocabulary.</summary>
internal sealed class OneHotCoder(Feature feature)
    : FeatureCoder(feature, [.. feature.Categories.Select(category => $"{feature.Name}={category}")])
{
    public override void Encode(ReadOnlySpan<double> values, Span<float> target) => target[CategoryIndex(values[0])] = 1;
}
