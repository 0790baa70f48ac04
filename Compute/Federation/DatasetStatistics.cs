using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>
/// What a node tells about its data set before training: counts and sums, from which the manager fixes the scaler.
/// Nothing in it rests on fewer than <see cref="MinimumPatients"/> distinct patients (a row is a patient).
/// Statistics of several nodes combine to those of the pooled rows; at k = 1 exactly.
/// </summary>
public sealed record DatasetStatistics
{
    /// <summary>The default of k.</summary>
    public const int DefaultMinimumPatients = 10;

    /// <summary>k: smaller groups are suppressed.</summary>
    public required int MinimumPatients { get; init; }

    /// <summary>Rows; 0 where there are fewer than k.</summary>
    public required int Count { get; init; }

    /// <summary>Feature name to statistics; empty where <see cref="Count"/> is 0.</summary>
    public required IReadOnlyDictionary<string, FeatureStatistics> Features { get; init; }

    /// <summary>The statistics of a table.</summary>
    /// <param name="table">One row a patient.</param>
    /// <param name="minimumPatients">k, 1 or more.</param>
    /// <exception cref="ArgumentException">k is below 1, or a value is infinite or no category.</exception>
    public static DatasetStatistics From(FeatureTable table, int minimumPatients = DefaultMinimumPatients)
    {
        if (minimumPatients < 1)
        {
            throw new ArgumentException($"Expected a minimum of 1 patient or more, got {minimumPatients}.");
        }

        var enough = table.Count >= minimumPatients;
        return new DatasetStatistics
        {
            MinimumPatients = minimumPatients,
            Count = enough ? table.Count : 0,
            Features = enough
                ? table.Schema.Features.ToDictionary(feature => feature.Name, feature => FeatureCounter.Count(table, feature, minimumPatients))
                : new Dictionary<string, FeatureStatistics>(),
        };
    }

    /// <summary>The statistics of the pooled rows; what a node suppressed is left out.</summary>
    /// <param name="parts">One of each node, in any order.</param>
    /// <exception cref="ArgumentException">No part, or histograms of different length.</exception>
    public static DatasetStatistics Combine(IReadOnlyList<DatasetStatistics> parts)
    {
        if (parts.Count == 0)
        {
            throw new ArgumentException("No statistics to combine.");
        }

        var names = parts.SelectMany(part => part.Features.Keys).Distinct();
        return new DatasetStatistics
        {
            MinimumPatients = parts.Max(part => part.MinimumPatients),
            Count = parts.Sum(part => part.Count),
            Features = names.ToDictionary(name => name, name => FeatureStatistics.Combine([.. parts
                .Where(part => part.Features.ContainsKey(name))
                .Select(part => part.Features[name])])),
        };
    }

    /// <summary>The scale of each feature; of a time-to-event feature that of its durations.</summary>
    /// <param name="schema">The features' types and ranges.</param>
    /// <remarks>
    /// Numbers whose dictionary minimum is 0 or more and whose skewness is above 1 are taken as log(1 + x);
    /// ordered categories by their rank; a missing indicator where at least 10 patients lack the value.
    /// </remarks>
    public FeatureScaler ToScaler(FeatureSchema schema) => new(schema.Features
        .Where(feature => Features.ContainsKey(feature.Name))
        .ToDictionary(feature => feature.Name, feature => ScaleRule.For(feature, Features[feature.Name])));
}
