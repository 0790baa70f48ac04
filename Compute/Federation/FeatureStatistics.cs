namespace GenoMed.Fhir.Compute.Federation;

/// <summary>One feature's share of <see cref="DatasetStatistics"/>. Null means suppressed or not applicable to its type.</summary>
public sealed record FeatureStatistics
{
    /// <summary>Patients without a value; null where there are some, but fewer than k.</summary>
    public int? Missing { get; init; }

    /// <summary>Power sums of a number or of a duration; null where fewer than k patients have one.</summary>
    public NumberStatistics? Numbers { get; init; }

    /// <summary>
    /// Patients of each category (binary and event: <c>0</c> and <c>1</c>); null where suppressed. The suppressed
    /// groups of a feature, the missing included, hold k patients or more together, so that none follows by subtraction.
    /// </summary>
    public IReadOnlyDictionary<string, int?>? Counts { get; init; }

    /// <summary>
    /// Patients in each of <see cref="Bins"/> equal bins from the dictionary's minimum to its maximum (what lies
    /// outside is in the first or last); null in a suppressed bin, as for <see cref="Counts"/>.
    /// </summary>
    public IReadOnlyList<int?>? Histogram { get; init; }

    /// <summary>Length of a histogram.</summary>
    public const int Bins = 20;

    internal static FeatureStatistics Combine(IReadOnlyList<FeatureStatistics> parts) => new()
    {
        Missing = Sum(parts.Select(part => part.Missing)),
        Numbers = NumberStatistics.Combine([.. parts.Select(part => part.Numbers).OfType<NumberStatistics>()]),
        Counts = CombineCounts([.. parts.Select(part => part.Counts).OfType<IReadOnlyDictionary<string, int?>>()]),
        Histogram = CombineHistograms([.. parts.Select(part => part.Histogram).OfType<IReadOnlyList<int?>>()]),
    };

    private static Dictionary<string, int?>? CombineCounts(IReadOnlyList<IReadOnlyDictionary<string, int?>> parts) => parts.Count == 0
        ? null
        : parts.SelectMany(part => part).GroupBy(count => count.Key).ToDictionary(group => group.Key, group => Sum(group.Select(count => count.Value)));

    private static int?[]? CombineHistograms(IReadOnlyList<IReadOnlyList<int?>> parts)
    {
        if (parts.Any(part => part.Count != parts[0].Count))
        {
            throw new ArgumentException($"Histograms differ in length: {string.Join(", ", parts.Select(part => part.Count))}.");
        }

        return parts.Count == 0 ? null : [.. parts[0].Select((_, bin) => Sum(parts.Select(part => part[bin])))];
    }

    private static int? Sum(IEnumerable<int?> counts)
    {
        var known = counts.OfType<int>().ToArray();
        return known.Length == 0 ? null : known.Sum();
    }
}
