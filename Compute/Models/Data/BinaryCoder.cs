namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>0 or 1, unscaled: most lesions are rare, and a z-score would blow each carrier up to ten standard deviations.</summary>
internal sealed class BinaryCoder(Feature feature) : FeatureCoder(feature, [feature.Name])
{
    public override void Encode(ReadOnlySpan<double> values, Span<float> target)
    {
        if (values[0] is not (0 or 1))
        {
            throw new ArgumentException($"Column '{Feature.Name}': expected 0 or 1, got {values[0]}.");
        }

        target[0] = (float)values[0];
    }
}
