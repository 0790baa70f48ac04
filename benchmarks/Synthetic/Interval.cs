namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>A mean over splits.</summary>
/// <param name="Mean">Over the splits.</param>
/// <param name="Half">Half the width of its 95 % interval by Student's t; NaN for one split.</param>
internal readonly record struct Interval(double Mean, double Half)
{
    // 0.975 quantiles of Student's t for 1, 2, ... degrees of freedom.
    private static readonly double[] Quantiles = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];

    public static Interval Of(IReadOnlyCollection<double> values)
    {
        var (n, mean) = (values.Count, values.Average());
        var variance = values.Sum(value => (value - mean) * (value - mean)) / (n - 1);
        return new Interval(mean, n > 1 ? Quantiles[n - 2] * Math.Sqrt(variance / n) : double.NaN);
    }
}
