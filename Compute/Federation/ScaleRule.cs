using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>From a feature's combined statistics to its scale.</summary>
internal static class ScaleRule
{
    /// <summary>An indicator that fewer patients carry teaches a network nothing.</summary>
    private const int MissingForIndicator = 10;

    private const double SkewnessForLog = 1;

    public static FeatureScale For(Feature feature, FeatureStatistics statistics)
    {
        var scale = feature.Type == FeatureType.Category && feature.Ordered
            ? OfRanks(feature, statistics)
            : OfNumbers(feature, statistics.Numbers);
        return scale with { Missing = statistics.Missing >= MissingForIndicator };
    }

    private static FeatureScale OfNumbers(Feature feature, NumberStatistics? numbers)
    {
        if (numbers is null)
        {
            return new FeatureScale();
        }

        return feature.Minimum >= 0 && numbers.Skewness > SkewnessForLog
            ? Scale(FeatureTransform.Log1p, numbers.LogMean, numbers.LogVariance)
            : Scale(FeatureTransform.Identity, numbers.Mean, numbers.Variance);
    }

    private static FeatureScale OfRanks(Feature feature, FeatureStatistics statistics)
    {
        double Told(int rank) => statistics.Counts?.GetValueOrDefault(feature.Categories[rank]) ?? 0;
        var ranks = Enumerable.Range(0, feature.Categories.Count).ToArray();
        var total = ranks.Sum(Told);
        if (total == 0)
        {
            return new FeatureScale();
        }

        var mean = ranks.Sum(rank => rank * Told(rank)) / total;
        return Scale(FeatureTransform.Identity, mean, ranks.Sum(rank => (rank - mean) * (rank - mean) * Told(rank)) / total);
    }

    /// <summary>A constant keeps its unit: there is nothing to scale by.</summary>
    private static FeatureScale Scale(FeatureTransform transform, double mean, double variance) => new()
    {
        Transform = transform,
        Mean = mean,
        StandardDeviation = variance > 1e-12 * Math.Max(1, mean * mean) ? Math.Sqrt(variance) : 1,
    };
}
