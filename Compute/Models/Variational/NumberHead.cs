using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Models.Variational;

/// <summary>The normal distributions of the numbers, from the first columns of a decoder's output.</summary>
/// <param name="numbers">How many numbers.</param>
/// <param name="options">How means and deviations are bounded.</param>
internal sealed class NumberHead(int numbers, VariationalOptions options)
{
    /// <param name="output">[n, 2·numbers or more]</param>
    /// <returns>Means and standard deviations, [n, numbers] each.</returns>
    public (Tensor Mean, Tensor Deviation) Of(Tensor output)
    {
        var (a, b) = (output.narrow(1, 0, numbers), output.narrow(1, numbers, numbers));
        return (options.BoundedMeans ? a.tanh() * 5 : a, options.TightDeviations ? Tight(b) : b.softplus() + options.MinimumDeviation);
    }

    /// <summary>The reference's bounds: 1e-5..0.1.</summary>
    private static Tensor Tight(Tensor b) => ((b.sigmoid() * (10 - 1e-3)) + 1e-3) / 100;
}
