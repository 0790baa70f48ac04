using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Softmax, its logarithm and log Σ exp along a dimension, shifted by the largest value.</summary>
internal static class Softmaxes
{
    internal static torch.Tensor Logsumexp(torch.Tensor x, int dim, long[] shape)
    {
        var result = torch.Tensor.Allocate(shape, x.dtype);
        Run(x, dim, result, Form.Total);
        return result;
    }

    internal static torch.Tensor Softmax(torch.Tensor x, int dim, bool log)
    {
        var result = torch.Tensor.Allocate(x.Sizes, x.dtype);
        Run(x, dim, result, log ? Form.Log : Form.Share);
        return result;
    }

    private enum Form
    {
        Total,
        Share,
        Log,
    }

    private static void Run(torch.Tensor x, int dim, torch.Tensor y, Form form)
    {
        var source = x.Ordered();
        if (x.dtype == torch.ScalarType.Float32)
        {
            Run<float>(source.Span<float>(), Layout.Of(x.Sizes, dim), y.Span<float>(), form);
        }
        else
        {
            Run<double>(source.Span<double>(), Layout.Of(x.Sizes, dim), y.Span<double>(), form);
        }
    }

    private static void Run<T>(ReadOnlySpan<T> x, Layout layout, Span<T> y, Form form)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (outer, n, inner) = layout;
        for (var i = 0; i < outer * inner; i++)
        {
            var first = (i / inner * n * inner) + (i % inner);
            var total = Total(x[Math.Min(first, x.Length)..], n, inner);
            if (form == Form.Total)
            {
                y[i] = total;
                continue;
            }

            for (int k = 0, at = first; k < n; k++, at += inner)
            {
                y[at] = form == Form.Log ? x[at] - total : T.Exp(x[at] - total);
            }
        }
    }

    private static T Total<T>(ReadOnlySpan<T> x, int n, int step)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var largest = T.NegativeInfinity;
        for (var k = 0; k < n; k++)
        {
            largest = T.Max(largest, x[k * step]);
        }

        if (T.IsInfinity(largest))
        {
            return largest;
        }

        var sum = T.Zero;
        for (var k = 0; k < n; k++)
        {
            sum += T.Exp(x[k * step] - largest);
        }

        return largest + T.Log(sum);
    }
}
