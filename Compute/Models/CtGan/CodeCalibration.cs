using GenoMed.Fhir.Compute.Models.Tabular;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>
/// Shifts of the codes' logits with which a generator draws each code as often as patients have it: for each discrete
/// column the b of mean_i softmax(l_i + b) = f, by iterative scaling, b_c ← b_c + log(f_c / mean_i p_ic). A row counts for
/// its probability that the column is not empty. f are sums over all nodes that the state has anyway, so that federated
/// and centralised training can do the same; what goes together stays as the logits have it. It follows from the state alone.
/// </summary>
internal sealed class CodeCalibration
{
    /// <summary>Draws that it rests on.</summary>
    public const int Rows = 10_000;

    /// <summary>Of these draws, always the same: a state generates by the same shifts whatever its rows' seed is.</summary>
    public const long Seed = 20_181;

    private const int Steps = 20;

    /// <summary>What no generator that has learned anything needs; a code that it never makes is not forced on it.</summary>
    private const double Furthest = 5;

    private readonly CtGanLayout _layout;
    private readonly float[] _raw;
    private readonly float[] _offsets;
    private readonly int _rows;

    private CodeCalibration(CtGanLayout layout, float[] raw) =>
        (_layout, _raw, _offsets, _rows) = (layout, raw, new float[layout.Width], raw.Length / layout.Width);

    /// <param name="layout">The columns.</param>
    /// <param name="frequencies">Of each code, [conditions].</param>
    /// <param name="raw">The generator's output, [rows × width].</param>
    /// <returns>What is added to a row of the output, [width]; 0 for numbers and for columns of which fewer than two codes are told.</returns>
    public static float[] Offsets(CtGanLayout layout, double[] frequencies, float[] raw)
    {
        var calibration = new CodeCalibration(layout, raw);
        var flags = new ColumnFlags(layout.Table).Columns;

        // Flags first: values count where their flags say that they are there.
        foreach (var column in Enumerable.Range(layout.Table.Numbers, layout.Discrete.Count).OrderBy(column => layout.Table.Columns[column].Role == ColumnRole.Value))
        {
            var (start, codes) = layout.Discrete[column - layout.Table.Numbers];
            calibration.Shift(layout.Start(column), frequencies.AsSpan(start, codes), calibration.Presence(flags[column]));
        }

        return calibration._offsets;
    }

    /// <summary>The probability that a column is not empty, in each row; it sums to 1.</summary>
    private double[] Presence(int[] flags)
    {
        var presence = Enumerable.Repeat(1.0, _rows).ToArray();
        foreach (var at in flags.Select(_layout.Start))
        {
            var shares = new double[2];
            for (var row = 0; row < _rows; row++)
            {
                Softmax(row, at, shares);
                presence[row] *= shares[0];
            }
        }

        var sum = presence.Sum();
        return [.. presence.Select(one => one / sum)];
    }

    /// <summary>Not where one code alone is told: the others may be those of fewer than k patients.</summary>
    private void Shift(int at, Span<double> frequencies, double[] presence)
    {
        double[] told = [.. frequencies.ToArray().Where(frequency => frequency > 0)];
        var all = told.Sum();
        for (var step = 0; step < Steps && told.Length > 1; step++)
        {
            var means = Means(at, frequencies.Length, presence);
            for (var code = 0; code < means.Length; code++)
            {
                if (frequencies[code] > 0)
                {
                    _offsets[at + code] = (float)Math.Clamp(_offsets[at + code] + Math.Log(frequencies[code] / all / means[code]), -Furthest, Furthest);
                }
            }
        }
    }

    /// <summary>Mean of each code's probability under the shift.</summary>
    private double[] Means(int at, int codes, double[] presence)
    {
        var (means, shares) = (new double[codes], new double[codes]);
        for (var row = 0; row < _rows; row++)
        {
            Softmax(row, at, shares);
            for (var code = 0; code < codes; code++)
            {
                means[code] += shares[code] * presence[row];
            }
        }

        return means;
    }

    private void Softmax(int row, int at, double[] shares)
    {
        ReadOnlySpan<float> logits = _raw.AsSpan((row * _layout.Width) + at, shares.Length);
        var (largest, sum) = (double.NegativeInfinity, 0.0);
        for (var code = 0; code < shares.Length; code++)
        {
            shares[code] = logits[code] + _offsets[at + code];
            largest = Math.Max(largest, shares[code]);
        }

        for (var code = 0; code < shares.Length; code++)
        {
            sum += shares[code] = Math.Exp(shares[code] - largest);
        }

        for (var code = 0; code < shares.Length; code++)
        {
            shares[code] /= sum;
        }
    }
}
