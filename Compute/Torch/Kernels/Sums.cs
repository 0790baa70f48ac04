using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Sums over any dimensions, one dimension at a time from the last; all at once when they are all.</summary>
internal static class Sums
{
    internal static torch.Tensor Run(torch.Tensor x, int[] dims, long[] shape)
    {
        var source = x.Ordered();
        if (dims.Length == x.Sizes.Length)
        {
            return One(source, new Layout(1, (int)x.NumberOfElements, 1), shape);
        }

        Span<long> sizes = stackalloc long[x.Sizes.Length];
        x.Sizes.CopyTo(sizes);
        for (var dim = sizes.Length - 1; dim >= 0; dim--)
        {
            if (dims.AsSpan().Contains(dim))
            {
                var layout = Layout.Of(sizes, dim);
                sizes[dim] = 1;
                source = One(source, layout, dims.Length == 1 ? shape : Shapes.Of(sizes));
            }
        }

        return dims.Length == 1 ? source : source.View(shape, null, source.Offset);
    }

    private static torch.Tensor One(torch.Tensor x, Layout layout, long[] shape)
    {
        var result = torch.Tensor.Allocate(shape, x.dtype);
        switch (x.dtype)
        {
            case torch.ScalarType.Float32: One<float>(x, layout, result); break;
            case torch.ScalarType.Float64: One<double>(x, layout, result); break;
            case torch.ScalarType.Int64: One<long>(x, layout, result); break;
            default: One<int>(x, layout, result); break;
        }

        return result;
    }

    private static void One<T>(torch.Tensor x, Layout layout, torch.Tensor y)
        where T : unmanaged, INumber<T> =>
        Reduction.Sum(x.Span<T>(), layout.Outer, layout.Size, layout.Inner, y.Span<T>());
}
