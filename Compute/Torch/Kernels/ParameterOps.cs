using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>x where positive, x · slope elsewhere.</summary>
internal readonly struct LeakyReluOp : IParameterOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, T parameter, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = x[i] > T.Zero ? x[i] : x[i] * parameter;
        }
    }
}

/// <summary>scale · (x where positive, alpha · (exp(inputScale · x) − 1) elsewhere).</summary>
internal static class Elus
{
    internal static torch.Tensor Run(torch.Tensor x, double alpha, double scale, double inputScale)
    {
        var source = Elementwise.Real(x, "elu").Ordered();
        var result = torch.Tensor.Allocate(x.Sizes, x.dtype);
        if (x.dtype == torch.ScalarType.Float32)
        {
            Run<float>(source.Span<float>(), result.Span<float>(), (float)(alpha * scale), (float)scale, (float)inputScale);
        }
        else
        {
            Run<double>(source.Span<double>(), result.Span<double>(), alpha * scale, scale, inputScale);
        }

        return result;
    }

    // exp over the whole span first: vectors; the positive side then overwrites it.
    private static void Run<T>(ReadOnlySpan<T> x, Span<T> y, T negative, T scale, T inputScale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorPrimitives.Multiply(x, inputScale, y);
        TensorPrimitives.Min(y, T.Zero, y);
        TensorPrimitives.Exp(y, y);
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = x[i] > T.Zero ? x[i] * scale : (y[i] - T.One) * negative;
        }
    }
}

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
