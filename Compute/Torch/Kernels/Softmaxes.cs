using System.Numerics;
using System.Numerics.Tensors;

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
        if (layout.Inner == 1)
        {
            Rows(x, layout.Size, y, form);
            return;
        }

        var (outer, n, inner) = layout;
        Span<T> row = new T[n];
        Span<T> found = new T[form == Form.Total ? 1 : n];
        for (var i = 0; i < outer * inner; i++)
        {
            var first = (i / inner * n * inner) + (i % inner);
            for (var k = 0; k < n; k++)
            {
                row[k] = x[first + (k * inner)];
            }

            Rows(row, n, found, form);
            for (var k = 0; k < found.Length; k++)
            {
                y[form == Form.Total ? i : first + (k * inner)] = found[k];
            }
        }
    }

    /// <summary>Row by row, with the exponentials of many rows in one call.</summary>
    private static void Rows<T>(ReadOnlySpan<T> x, int n, Span<T> y, Form form)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (n == 0)
        {
            y.Fill(T.NegativeInfinity);
            return;
        }

        var block = Math.Max(1, 4096 / n);
        var scratch = Scratch<T>.Rent(block * n);
        for (var row = 0; row < x.Length / n; row += block)
        {
            var rows = Math.Min(block, (x.Length / n) - row);
            var part = x.Slice(row * n, rows * n);
            var exponentials = scratch[..(rows * n)];
            Shift(part, n, exponentials);
            TensorPrimitives.Exp(exponentials, exponentials);
            Finish(part, exponentials, n, form == Form.Total ? y.Slice(row, rows) : y.Slice(row * n, rows * n), form);
        }
    }

    // An infinite top is not subtracted: ∞ − ∞ would make NaN of every value.
    private static void Shift<T>(ReadOnlySpan<T> x, int n, Span<T> shifted)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var at = 0; at < x.Length; at += n)
        {
            var top = Top(x.Slice(at, n));
            for (var k = at; k < at + n; k++)
            {
                shifted[k] = x[k] - top;
            }
        }
    }

    private static void Finish<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> exponentials, int n, Span<T> y, Form form)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int row = 0, at = 0; at < x.Length; row++, at += n)
        {
            var sum = T.Zero;
            foreach (var term in exponentials.Slice(at, n))
            {
                sum += term;
            }

            if (form == Form.Share)
            {
                TensorPrimitives.Divide(exponentials.Slice(at, n), sum, y[at..]);
                continue;
            }

            var top = Top(x.Slice(at, n));
            var total = top + T.Log(sum);
            if (form == Form.Total)
            {
                y[row] = total;
            }
            else
            {
                TensorPrimitives.Subtract(x.Slice(at, n), total, y[at..]);
            }
        }
    }

    private static T Top<T>(ReadOnlySpan<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var top = row[0];
        foreach (var value in row)
        {
            top = value > top || T.IsNaN(value) ? value : top;
        }

        return T.IsInfinity(top) ? T.Zero : top;
    }
}
