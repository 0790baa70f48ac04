using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>log(1 + exp(βx)) / β, and x itself where βx is beyond the threshold.</summary>
internal static class Softpluses
{
    internal static torch.Tensor Run(torch.Tensor x, double beta, double threshold)
    {
        var source = Elementwise.Real(x, "softplus").Ordered();
        var result = torch.Tensor.Allocate(x.Sizes, x.dtype);
        if (x.dtype == torch.ScalarType.Float32)
        {
            Run<float>(source.Span<float>(), result.Span<float>(), beta, threshold);
        }
        else
        {
            Run<double>(source.Span<double>(), result.Span<double>(), beta, threshold);
        }

        return result;
    }

    private static void Run<T>(ReadOnlySpan<T> x, Span<T> y, double beta, double threshold)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            var scaled = double.CreateTruncating(x[i]) * beta;
            y[i] = scaled > threshold ? x[i] : T.CreateTruncating(Precise.Log1p(Math.Exp(scaled)) / beta);
        }
    }
}
