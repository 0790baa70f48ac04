using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>scale · (x where positive, alpha · (exp(inputScale · x) − 1) elsewhere).</summary>
internal static class Elus
{
    private const int Block = 2048;

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

    // In blocks that stay in the first cache through the four passes.
    private static void Run<T>(ReadOnlySpan<T> x, Span<T> y, T negative, T scale, T inputScale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i += Block)
        {
            var length = Math.Min(Block, x.Length - i);
            One(x.Slice(i, length), y.Slice(i, length), negative, scale, inputScale);
        }
    }

    // exp over the whole block first: vectors; the positive side then overwrites it.
    private static void One<T>(ReadOnlySpan<T> x, Span<T> y, T negative, T scale, T inputScale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorPrimitives.Min(x, T.Zero, y);
        if (inputScale != T.One)
        {
            TensorPrimitives.Multiply(y, inputScale, y);
        }

        TensorPrimitives.Exp(y, y);
        Join(x, y, negative, scale);
    }

    private static void Join<T>(ReadOnlySpan<T> x, Span<T> y, T negative, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = Vector512<T>.Count;
        var i = 0;
        for (; i <= x.Length - width; i += width)
        {
            var (from, low) = (Vector512.Create(x[i..]), (Vector512.Create<T>(y[i..]) - Vector512<T>.One) * negative);
            Vector512.ConditionalSelect(Vector512.GreaterThan(from, Vector512<T>.Zero), from * scale, low).CopyTo(y[i..]);
        }

        for (; i < x.Length; i++)
        {
            y[i] = x[i] > T.Zero ? x[i] * scale : (y[i] - T.One) * negative;
        }
    }
}
