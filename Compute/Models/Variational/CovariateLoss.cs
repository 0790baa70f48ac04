using GenoMed.Fhir.Compute.Models.Tabular;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.Variational;

/// <summary>
/// -log p(x | z) of mixed columns, summed over the known values and mean over the rows: a normal density for numbers, a
/// Bernoulli for binaries, a categorical for categories. What is missing has no part in it.
/// </summary>
internal sealed class CovariateLoss(TabularLayout layout, VariationalOptions options)
{
    private const double HalfLogTwoPi = 0.91893853320467274;

    private readonly NumberHead _numbers = new(layout.Numbers, options);

    /// <summary>Columns that the decoder must give: mean and deviation of a number, the logit of a binary, one logit for each code.</summary>
    public static int Outputs(TabularLayout layout) => layout.Width + layout.Numbers;

    /// <param name="output">The decoder's, [n, <see cref="Outputs"/>]: means, deviations, logits.</param>
    /// <param name="values">[n, width]</param>
    /// <param name="presence">[n, width]</param>
    /// <returns>One number, finite.</returns>
    public Tensor Evaluate(Tensor output, Tensor values, Tensor presence)
    {
        var parts = new List<Tensor>();
        if (layout.Numbers > 0)
        {
            var (mean, deviation) = _numbers.Of(output);
            parts.Add(Numbers(mean, deviation, values.narrow(1, 0, layout.Numbers), presence.narrow(1, 0, layout.Numbers)));
        }

        if (layout.Binaries > 0)
        {
            parts.Add(Binaries(
                output.narrow(1, 2 * layout.Numbers, layout.Binaries),
                values.narrow(1, layout.Numbers, layout.Binaries),
                presence.narrow(1, layout.Numbers, layout.Binaries)));
        }

        parts.AddRange(Categories(output, values));
        return parts.Aggregate((sum, part) => sum + part) / output.shape[0];
    }

    private static Tensor Numbers(Tensor mean, Tensor deviation, Tensor values, Tensor presence) =>
        (((((values - mean) / deviation).square() * 0.5) + deviation.log() + HalfLogTwoPi) * presence).sum();

    /// <summary>log(1 + e^a) - x a, which is finite for every logit a.</summary>
    private static Tensor Binaries(Tensor logits, Tensor values, Tensor presence) =>
        ((logits.softplus() - (values * logits)) * presence).sum();

    /// <summary>A missing category is all zeros, which masks it.</summary>
    private IEnumerable<Tensor> Categories(Tensor output, Tensor values)
    {
        var offset = layout.Numbers + layout.Binaries;
        foreach (var codes in layout.Categories)
        {
            var logits = output.narrow(1, layout.Numbers + offset, codes);
            yield return (logits.log_softmax(1) * values.narrow(1, offset, codes)).sum().neg();
            offset += codes;
        }
    }
}
