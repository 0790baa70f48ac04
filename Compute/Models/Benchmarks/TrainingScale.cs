using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Benchmarks;

/// <summary>Z-scores from the training rows, after log1p for skewed numbers that are 0 or more; the rule of a federation's scaler, from one table.</summary>
internal static class TrainingScale
{
    private const double SkewnessForLog = 1;

    /// <summary>An indicator that fewer patients carry teaches a network nothing.</summary>
    private const int MissingForIndicator = 10;

    public static FeatureScaler Of(FeatureTable training) => new(training.Schema.Features.ToDictionary(feature => feature.Name, feature => Of(feature, training)));

    private static FeatureScale Of(Feature feature, FeatureTable training)
    {
        var cells = feature.Type == FeatureType.TimeToEvent ? training.Durations(feature.Name) : training.Column(feature.Name).ToArray();
        double[] known = [.. cells.Where(value => !double.IsNaN(value))];
        var scale = feature.Type is FeatureType.Continuous or FeatureType.Count or FeatureType.TimeToEvent && known.Length > 0 ? OfNumbers(feature, known) : new FeatureScale();
        return scale with { Missing = cells.Length - known.Length >= MissingForIndicator };
    }

    private static FeatureScale OfNumbers(Feature feature, double[] known)
    {
        var plain = Scale(FeatureTransform.Identity, known);
        var skewness = known.Average(value => Math.Pow((value - plain.Mean) / plain.StandardDeviation, 3));
        return feature.Minimum >= 0 && skewness > SkewnessForLog
            ? Scale(FeatureTransform.Log1p, [.. known.Select(value => Math.Log(1 + value))])
            : plain;
    }

    private static FeatureScale Scale(FeatureTransform transform, double[] values)
    {
        var mean = values.Average();
        var variance = values.Average(value => (value - mean) * (value - mean));
        return new FeatureScale
        {
            Transform = transform,
            Mean = mean,
            StandardDeviation = variance > 1e-12 * Math.Max(1, mean * mean) ? Math.Sqrt(variance) : 1,
        };
    }
}
