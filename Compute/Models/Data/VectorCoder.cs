using System.Globalization;

namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>An embedding, unscaled: its maker chose its units.</summary>
internal sealed class VectorCoder(Feature feature)
    : FeatureCoder(feature, [.. Enumerable.Range(0, feature.Dimension).Select(i => string.Create(CultureInfo.InvariantCulture, $"{feature.Name}[{i}]"))])
{
    public override void Encode(ReadOnlySpan<double> values, Span<float> target)
    {
        for (var i = 0; i < values.Length; i++)
        {
            target[i] = (float)values[i];
        }
    }
}
