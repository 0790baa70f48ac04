namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>
/// Shifts of the codes' logits with which a generator draws each code as often as patients have it: for each discrete
/// column the b of Σ_i softmax(l_i + b) = n f, by iterative scaling, b_c ← b_c + log(f_c / mean_i p_ic). f are sums over
/// all nodes that the state has anyway, so that federated and centralised training can do the same; what goes together
/// stays as the logits have it. It follows from the state alone.
/// </summary>
internal static class CodeCalibration
{
    /// <summary>Draws that it rests on.</summary>
    public const int Rows = 10_000;

    /// <summary>Of these draws, always the same: a state generates by the same shifts whatever its rows' seed is.</summary>
    public const long Seed = 20_181;

    private const int Steps = 20;

    /// <summary>What no generator that has learned anything needs; a code that it never makes is not forced on it.</summary>
    private const double Furthest = 5;

    /// <param name="layout">The columns.</param>
    /// <param name="frequencies">Of each code, [conditions].</param>
    /// <param name="raw">The generator's output, [rows × width].</param>
    /// <returns>What is added to a row of the output, [width]; 0 for numbers and for columns that nobody has.</returns>
    public static float[] Offsets(CtGanLayout layout, ReadOnlySpan<double> frequencies, float[] raw)
    {
        var offsets = new float[layout.Width];
        foreach (var (start, codes) in layout.Discrete)
        {
            var shares = Shares(frequencies.Slice(start, codes));
            if (shares.Sum() > 0)
            {
                Column(layout.DiscreteOffset + start, shares, raw, offsets);
            }
        }

        return offsets;
    }

    /// <summary>Of the patients in whom the column is known.</summary>
    private static double[] Shares(ReadOnlySpan<double> frequencies)
    {
        double[] known = [.. frequencies.ToArray().Select(frequency => Math.Max(0, frequency))];
        var sum = known.Sum();
        return sum > 0 ? [.. known.Select(frequency => frequency / sum)] : known;
    }

    private static void Column(int at, double[] shares, float[] raw, float[] offsets)
    {
        var width = offsets.Length;
        var shift = new double[shares.Length];
        for (var step = 0; step < Steps; step++)
        {
            var means = Means(at, width, shift, raw);
            for (var code = 0; code < shares.Length; code++)
            {
                shift[code] = shares[code] > 0 ? Math.Clamp(shift[code] + Math.Log(shares[code] / means[code]), -Furthest, Furthest) : shift[code];
            }
        }

        shift.Select(value => (float)value).ToArray().CopyTo(offsets, at);
    }

    /// <summary>Mean over the rows of each code's probability under the shift.</summary>
    private static double[] Means(int at, int width, double[] shift, float[] raw)
    {
        var (means, shares, rows) = (new double[shift.Length], new double[shift.Length], raw.Length / width);
        for (var row = 0; row < rows; row++)
        {
            Softmax(raw.AsSpan((row * width) + at, shift.Length), shift, shares);
            for (var code = 0; code < shift.Length; code++)
            {
                means[code] += shares[code] / rows;
            }
        }

        return means;
    }

    private static void Softmax(ReadOnlySpan<float> logits, double[] shift, double[] shares)
    {
        var (largest, sum) = (double.NegativeInfinity, 0.0);
        for (var code = 0; code < shift.Length; code++)
        {
            shares[code] = logits[code] + shift[code];
            largest = Math.Max(largest, shares[code]);
        }

        for (var code = 0; code < shift.Length; code++)
        {
            sum += shares[code] = Math.Exp(shares[code] - largest);
        }

        for (var code = 0; code < shift.Length; code++)
        {
            shares[code] /= sum;
        }
    }
}
