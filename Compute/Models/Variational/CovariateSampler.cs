using GenoMed.Fhir.Compute.Models.Tabular;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.Variational;

/// <summary>Draws rows from the distributions that a decoder gives.</summary>
internal sealed class CovariateSampler(TabularLayout layout, VariationalOptions options)
{
    private const int Attempts = 20;

    private readonly NumberHead _numbers = new(layout.Numbers, options);

    /// <param name="output">The decoder's, [n, <see cref="CovariateLoss.Outputs"/>].</param>
    /// <param name="random">Where the draws come from.</param>
    /// <returns>[n × width] row-major.</returns>
    public float[] Draw(Tensor output, RandomStream random)
    {
        var n = (int)output.shape[0];
        var drawn = new float[n * layout.Width];
        DrawNumbers(output, drawn, n, random);
        var raw = output.data<float>().ToArray();
        var outputs = CovariateLoss.Outputs(layout);
        for (var row = 0; row < n; row++)
        {
            DrawCodes(raw.AsSpan((row * outputs) + (2 * layout.Numbers), outputs - (2 * layout.Numbers)), drawn.AsSpan((row * layout.Width) + layout.Numbers, layout.Width - layout.Numbers), random);
        }

        return drawn;
    }

    private void DrawNumbers(Tensor output, float[] drawn, int n, RandomStream random)
    {
        if (layout.Numbers == 0)
        {
            return;
        }

        var (mean, deviation) = _numbers.Of(output);
        var (means, deviations) = (mean.contiguous().data<float>().ToArray(), deviation.contiguous().data<float>().ToArray());
        for (var i = 0; i < means.Length; i++)
        {
            var at = (i / layout.Numbers * layout.Width) + (i % layout.Numbers);
            DrawWithin(layout.Columns[i % layout.Numbers], means[i], deviations[i], drawn.AsSpan(at, 1), random);
        }
    }

    /// <summary>A normal number cut off at the ends of its feature's range; a row whose mean lies too far out is left to <see cref="RowFilter"/>.</summary>
    private static void DrawWithin(TabularColumn column, double mean, double deviation, Span<float> target, RandomStream random)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            target[0] = (float)(mean + (deviation * random.NextNormal()));
            if (NumberRange.Contains(column, target))
            {
                return;
            }
        }
    }

    private void DrawCodes(ReadOnlySpan<float> logits, Span<float> target, RandomStream random)
    {
        for (var i = 0; i < layout.Binaries; i++)
        {
            target[i] = random.NextDouble() < 1 / (1 + Math.Exp(-logits[i])) ? 1 : 0;
        }

        var offset = layout.Binaries;
        foreach (var codes in layout.Categories)
        {
            target[offset + Code(logits.Slice(offset, codes), random)] = 1;
            offset += codes;
        }
    }

    private static int Code(ReadOnlySpan<float> logits, RandomStream random)
    {
        Span<double> shares = stackalloc double[logits.Length];
        var largest = logits[0];
        foreach (var logit in logits)
        {
            largest = Math.Max(largest, logit);
        }

        for (var k = 0; k < logits.Length; k++)
        {
            shares[k] = Math.Exp(logits[k] - largest);
        }

        return random.NextIndex(shares);
    }
}
