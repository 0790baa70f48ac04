namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>What the bins of a number hold beside their counts; adds up over nodes, up to rounding.</summary>
/// <param name="Sums">Σ x of each bin, in the number's unit.</param>
/// <param name="Squares">Σ x² of each bin.</param>
public sealed record BinSums(double[] Sums, double[] Squares)
{
    public static BinSums operator +(BinSums left, BinSums right) => new(Add(left.Sums, right.Sums), Add(left.Squares, right.Squares));

    /// <summary>The sums of each bin's values.</summary>
    /// <param name="codes">The bin of each value.</param>
    /// <param name="values">NaN where missing; such a value is in the code after the last bin and adds nothing.</param>
    /// <param name="bins">How many bins there are.</param>
    internal static BinSums Of(int[] codes, ReadOnlySpan<double> values, int bins)
    {
        var sums = new BinSums(new double[bins], new double[bins]);
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] < bins)
            {
                sums.Sums[codes[row]] += values[row];
                sums.Squares[codes[row]] += values[row] * values[row];
            }
        }

        return sums;
    }

    /// <summary>Without the bins whose patients are not told.</summary>
    internal BinSums Told(long[] counts) => new(Told(Sums, counts), Told(Squares, counts));

    private static double[] Told(double[] sums, long[] counts) => [.. sums.Select((sum, bin) => counts[bin] == 0 ? 0 : sum)];

    private static double[] Add(double[] left, double[] right) => left.Length == right.Length
        ? [.. left.Zip(right, (a, b) => a + b)]
        : throw new ArgumentException($"The summaries are of different plans: numbers of {left.Length} and {right.Length} bins.");
}
