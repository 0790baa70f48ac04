using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>Batch normalisation of [n, p] in a few passes over the rows.</summary>
internal static class BatchNorms
{
    /// <summary>Mean and variance (by n) of each column, [p].</summary>
    internal static (torch.Tensor Mean, torch.Tensor Variance) Measure(torch.Tensor x)
    {
        var (mean, variance) = (torch.Tensor.Allocate([x.Sizes[1]], x.dtype), torch.Tensor.Allocate([x.Sizes[1]], x.dtype));
        if (x.dtype == torch.ScalarType.Float32)
        {
            Measure<float>(x.Span<float>(), mean.Span<float>(), variance.Span<float>());
        }
        else
        {
            Measure<double>(x.Span<double>(), mean.Span<double>(), variance.Span<double>());
        }

        return (mean, variance);
    }

    /// <summary>(x − mean) · scale + bias.</summary>
    internal static torch.Tensor Apply(torch.Tensor x, torch.Tensor mean, torch.Tensor scale, torch.Tensor bias)
    {
        var y = torch.Tensor.Allocate(x.Sizes, x.dtype);
        if (x.dtype == torch.ScalarType.Float32)
        {
            Apply<float>(x.Span<float>(), mean.Span<float>(), scale.Span<float>(), bias.Span<float>(), y.Span<float>());
        }
        else
        {
            Apply<double>(x.Span<double>(), mean.Span<double>(), scale.Span<double>(), bias.Span<double>(), y.Span<double>());
        }

        return y;
    }

    /// <summary>Σ g and Σ g · (x − mean), [p] each.</summary>
    internal static (torch.Tensor Sum, torch.Tensor Product) Sums(torch.Tensor g, torch.Tensor x, torch.Tensor mean)
    {
        var (sum, product) = (torch.zeros([x.Sizes[1]], x.dtype), torch.zeros([x.Sizes[1]], x.dtype));
        if (x.dtype == torch.ScalarType.Float32)
        {
            Sums<float>(g.Span<float>(), x.Span<float>(), mean.Span<float>(), sum.Span<float>(), product.Span<float>());
        }
        else
        {
            Sums<double>(g.Span<double>(), x.Span<double>(), mean.Span<double>(), sum.Span<double>(), product.Span<double>());
        }

        return (sum, product);
    }

    private static void Measure<T>(ReadOnlySpan<T> x, Span<T> mean, Span<T> variance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (width, rows) = (mean.Length, T.CreateTruncating(x.Length / mean.Length));
        Reduction.Sum(x, 1, x.Length / width, width, mean);
        TensorPrimitives.Divide(mean, rows, mean);
        variance.Clear();
        Span<T> centred = Scratch<T>.Rent(width);
        for (var at = 0; at < x.Length; at += width)
        {
            TensorPrimitives.Subtract(x.Slice(at, width), mean, centred);
            TensorPrimitives.MultiplyAdd<T>(centred, centred, variance, variance);
        }

        TensorPrimitives.Divide(variance, rows, variance);
    }

    private static void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> mean, ReadOnlySpan<T> scale, ReadOnlySpan<T> bias, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int at = 0, width = mean.Length; at < x.Length; at += width)
        {
            var row = y.Slice(at, width);
            TensorPrimitives.Subtract(x.Slice(at, width), mean, row);
            TensorPrimitives.MultiplyAdd(row, scale, bias, row);
        }
    }

    private static void Sums<T>(ReadOnlySpan<T> g, ReadOnlySpan<T> x, ReadOnlySpan<T> mean, Span<T> sum, Span<T> product)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> centred = Scratch<T>.Rent(mean.Length);
        for (int at = 0, width = mean.Length; at < x.Length; at += width)
        {
            TensorPrimitives.Add(sum, g.Slice(at, width), sum);
            TensorPrimitives.Subtract(x.Slice(at, width), mean, centred);
            TensorPrimitives.MultiplyAdd(centred, g.Slice(at, width), product, product);
        }
    }
}
