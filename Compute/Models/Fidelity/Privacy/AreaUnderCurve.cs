using GenoMed.Fhir.Compute.Models.Survival;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

/// <summary>
/// The area under the ROC curve: the chance that a positive scores above a negative, ties half (Mann and Whitney), with
/// the standard error of DeLong, DeLong and Clarke-Pearson (Biometrics 44, 1988).
/// </summary>
/// <param name="Value">0..1; 0.5 where the score tells nothing.</param>
/// <param name="Positives">How many.</param>
/// <param name="Negatives">How many.</param>
/// <param name="Error">The standard error; 0 where the two are wholly apart.</param>
/// <param name="Interval">Value ± z · error, within 0..1.</param>
public sealed record AreaUnderCurve(double Value, int Positives, int Negatives, double Error, ConfidenceInterval Interval)
{
    /// <exception cref="ArgumentException">Fewer than two of either; or a score is not a number.</exception>
    public static AreaUnderCurve Of(IReadOnlyList<double> positives, IReadOnlyList<double> negatives, double level)
    {
        if (positives.Count < 2 || negatives.Count < 2 || positives.Concat(negatives).Any(double.IsNaN))
        {
            throw new ArgumentException($"Expected two numbers or more of each, got {positives.Count} positives and {negatives.Count} negatives.");
        }

        var above = ShareBelow(positives, negatives);
        var below = ShareBelow(negatives, positives);
        var error = Math.Sqrt((Variance(above) / positives.Count) + (Variance(below) / negatives.Count));
        return Of(above.Average(), positives.Count, negatives.Count, error, level);
    }

    /// <summary>The mean of several, each weighted by the harmonic mean of its sizes: nodes, or folds without rows in common.</summary>
    public static AreaUnderCurve Mean(IReadOnlyList<AreaUnderCurve> parts)
    {
        double[] weights = [.. parts.Select(part => part.Positives * (double)part.Negatives / (part.Positives + part.Negatives))];
        var total = weights.Sum();
        var value = parts.Zip(weights, (part, weight) => weight * part.Value).Sum() / total;
        var error = Math.Sqrt(parts.Zip(weights, (part, weight) => weight * part.Error * weight * part.Error).Sum()) / total;
        return Of(value, parts.Sum(part => part.Positives), parts.Sum(part => part.Negatives), error, parts[0].Interval.Level);
    }

    internal static AreaUnderCurve Of(double value, int positives, int negatives, double error, double level)
    {
        var half = Distributions.NormalQuantile(level) * error;
        return new(value, positives, negatives, error, new ConfidenceInterval(Math.Max(0, value - half), Math.Min(1, value + half), level));
    }

    // For each value the share of the others below it, equal ones half.
    private static double[] ShareBelow(IReadOnlyList<double> values, IReadOnlyList<double> others)
    {
        double[] sorted = [.. others.Order()];
        return [.. values.Select(value => (Below(sorted, value, false) + Below(sorted, value, true)) / (2.0 * sorted.Length))];
    }

    private static int Below(double[] sorted, double value, bool orEqual)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < value || (orEqual && sorted[middle] == value) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
