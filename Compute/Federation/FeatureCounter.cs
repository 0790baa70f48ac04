using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Federation;

/// <summary>Counts and sums one feature of a table, with small groups suppressed.</summary>
internal static class FeatureCounter
{
    public static FeatureStatistics Count(FeatureTable table, Feature feature, int k)
    {
        var missing = MissingRows(table, feature);
        return feature.Type switch
        {
            FeatureType.Continuous or FeatureType.Count => CountNumbers(table, feature, missing, k),
            FeatureType.Binary => CountGroups(["0", "1"], Present(table.Column(feature.Name), 1, 0), missing, k, feature.Name),
            FeatureType.Category => CountGroups(feature.Categories, Present(table.Column(feature.Name), 1, 0), missing, k, feature.Name),
            FeatureType.TimeToEvent => CountOutcome(table, feature, missing, k),
            _ => new FeatureStatistics { Missing = SmallGroups.Suppress([missing, table.Count - missing], k)[0] },
        };
    }

    private static FeatureStatistics CountNumbers(FeatureTable table, Feature feature, int missing, int k)
    {
        var values = Present(table.Column(feature.Name), 1, 0);
        var bins = feature is { Minimum: { } low, Maximum: { } high } && high > low
            ? SmallGroups.Suppress([.. Histogram(values, low, high), missing], k)
            : null;
        return new FeatureStatistics
        {
            Missing = Telling(missing, k),
            Numbers = Numbers(values, missing, k, feature.Name),
            Histogram = bins?[..^1],
        };
    }

    private static FeatureStatistics CountGroups(IReadOnlyList<string> names, IReadOnlyList<double> values, int missing, int k, string feature)
    {
        var counts = new int[names.Count + 1];
        counts[^1] = missing;
        foreach (var value in values)
        {
            counts[Index(value, names.Count, feature)]++;
        }

        var told = SmallGroups.Suppress(counts, k);
        return new FeatureStatistics
        {
            Missing = told[^1],
            Counts = names.Zip(told).ToDictionary(pair => pair.First, pair => pair.Second),
        };
    }

    private static FeatureStatistics CountOutcome(FeatureTable table, Feature feature, int missing, int k)
    {
        var column = table.Column(feature.Name);
        var events = CountGroups(["0", "1"], Present(column, 2, 1), missing, k, feature.Name);
        return events with { Numbers = Numbers(Present(column, 2, 0), missing, k, feature.Name) };
    }

    private static NumberStatistics? Numbers(List<double> values, int missing, int k, string feature)
    {
        if (values.Exists(double.IsInfinity))
        {
            throw new ArgumentException($"Column '{feature}' has an infinite value.");
        }

        return values.Count < k ? null : NumberStatistics.Of(values).StandingFor(values.Count + (Telling(missing, k) is null ? missing : 0));
    }

    private static int[] Histogram(List<double> values, double low, double high)
    {
        var bins = new int[FeatureStatistics.Bins];
        foreach (var value in values)
        {
            bins[(int)Math.Clamp((value - low) / (high - low) * bins.Length, 0, bins.Length - 1)]++;
        }

        return bins;
    }

    private static int? Telling(int missing, int k) => missing > 0 && missing < k ? null : missing;

    private static int Index(double value, int size, string feature) => value >= 0 && value < size && value == Math.Floor(value)
        ? (int)value
        : throw new ArgumentException($"Column '{feature}': expected an index 0..{size - 1}, got {value}.");

    /// <summary>The numbers at one offset of each row that has all of its numbers.</summary>
    private static List<double> Present(ReadOnlySpan<double> column, int width, int offset)
    {
        var values = new List<double>(column.Length / width);
        for (var row = 0; row < column.Length; row += width)
        {
            if (!HasMissing(column.Slice(row, width)))
            {
                values.Add(column[row + offset]);
            }
        }

        return values;
    }

    private static int MissingRows(FeatureTable table, Feature feature)
    {
        var (column, missing) = (table.Column(feature.Name).ToArray(), 0);
        for (var row = 0; row < table.Count; row++)
        {
            missing += HasMissing(column.AsSpan(row * feature.Width, feature.Width)) ? 1 : 0;
        }

        return missing;
    }

    private static bool HasMissing(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (double.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }
}
