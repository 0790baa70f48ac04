namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// How a number is spread over patients, in counts that add up over nodes: buckets whose ends grow by a constant
/// factor, so that a value is known to 1 % wherever it lies (DDSketch: Masson, Rim, Lee, VLDB 2019), and how many
/// values are whole, or have one or two decimals.
/// </summary>
internal static class QuantileSketch
{
    private const double Accuracy = 0.01;
    private const double Smallest = 1e-3;
    private const int PerSign = 1400;
    private static readonly double LogFactor = Math.Log((1 + Accuracy) / (1 - Accuracy));

    /// <summary>Buckets from the most negative to the largest, the middle one for what is near 0.</summary>
    public const int Buckets = (2 * PerSign) + 1;

    /// <summary>Whole, one decimal, two, three, more.</summary>
    public const int Decimals = 5;

    /// <summary>Missing, buckets, decimals.</summary>
    public const int Width = 1 + Buckets + Decimals;

    /// <summary>The bucket of a value, 0..<see cref="Buckets"/> - 1; magnitudes from 1e9 on share the outermost.</summary>
    public static int Bucket(double value)
    {
        if (Math.Abs(value) < Smallest)
        {
            return PerSign;
        }

        var step = Math.Clamp((int)Math.Floor(Math.Log(Math.Abs(value) / Smallest) / LogFactor), 0, PerSign - 1) + 1;
        return PerSign + (Math.Sign(value) * step);
    }

    /// <summary>Where a bucket lies: for 0 only 0 itself.</summary>
    public static (double Low, double High) Range(int bucket)
    {
        var step = Math.Abs(bucket - PerSign);
        var (near, far) = (Smallest * Math.Exp((step - 1) * LogFactor), Smallest * Math.Exp(step * LogFactor));
        return bucket.CompareTo(PerSign) switch
        {
            0 => (0, 0),
            > 0 => (near, far),
            _ => (-far, -near),
        };
    }

    /// <summary>Adds a value, NaN for missing.</summary>
    /// <param name="value">The value.</param>
    /// <param name="counts">[<see cref="Width"/>]</param>
    public static void Add(double value, Span<double> counts)
    {
        if (double.IsNaN(value))
        {
            counts[0]++;
            return;
        }

        counts[1 + Bucket(value)]++;
        counts[1 + Buckets + DecimalsOf(value)]++;
    }

    private static int DecimalsOf(double value)
    {
        for (var decimals = 0; decimals < Decimals - 1; decimals++)
        {
            var scaled = Math.Abs(value) * Math.Pow(10, decimals);
            if (Math.Abs(scaled - Math.Round(scaled)) < 1e-6 * Math.Max(1, scaled))
            {
                return decimals;
            }
        }

        return Decimals - 1;
    }
}
