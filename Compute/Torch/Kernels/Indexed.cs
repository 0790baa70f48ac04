using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>Reading and adding by position.</summary>
internal static class Indexed
{
    internal static void Select(torch.Tensor x, int dim, long[] positions, torch.Tensor y)
    {
        switch (x.ElementSize)
        {
            case 1: Select<byte>(x, dim, positions, y); break;
            case 4: Select<int>(x, dim, positions, y); break;
            default: Select<long>(x, dim, positions, y); break;
        }
    }

    internal static void Add(torch.Tensor x, int dim, long[] positions, double alpha, torch.Tensor y)
    {
        switch (y.dtype)
        {
            case torch.ScalarType.Float32: AddRows(x, dim, positions, (float)alpha, y); break;
            case torch.ScalarType.Float64: AddRows(x, dim, positions, alpha, y); break;
            default: throw new ArgumentException($"index_add: expected floating point, got {y.dtype}");
        }
    }

    internal static void Gather(torch.Tensor x, int dim, torch.Tensor index, torch.Tensor y)
    {
        switch (x.ElementSize)
        {
            case 1: Walk<byte>(index, dim, x, y, static (ref byte at, ref byte value) => value = at); break;
            case 4: Walk<int>(index, dim, x, y, static (ref int at, ref int value) => value = at); break;
            default: Walk<long>(index, dim, x, y, static (ref long at, ref long value) => value = at); break;
        }
    }

    internal static void ScatterAdd(torch.Tensor x, int dim, torch.Tensor index, torch.Tensor y)
    {
        switch (y.dtype)
        {
            case torch.ScalarType.Float32: Walk<float>(index, dim, y, x.Ordered(), static (ref float at, ref float value) => at += value); break;
            case torch.ScalarType.Float64: Walk<double>(index, dim, y, x.Ordered(), static (ref double at, ref double value) => at += value); break;
            case torch.ScalarType.Int64: Walk<long>(index, dim, y, x.Ordered(), static (ref long at, ref long value) => at += value); break;
            default: throw new ArgumentException($"scatter_add: expected float32, float64 or int64, got {y.dtype}");
        }
    }

    internal static void Scatter(torch.Tensor x, int dim, torch.Tensor index, torch.Tensor y)
    {
        switch (y.ElementSize)
        {
            case 1: Walk<byte>(index, dim, y, x.Ordered(), static (ref byte at, ref byte value) => at = value); break;
            case 4: Walk<int>(index, dim, y, x.Ordered(), static (ref int at, ref int value) => at = value); break;
            default: Walk<long>(index, dim, y, x.Ordered(), static (ref long at, ref long value) => at = value); break;
        }
    }

    internal static torch.Tensor Nonzero(torch.Tensor x)
    {
        var truth = Logic.Truth(x, x.Sizes).Span<bool>();
        var found = new List<long>();
        for (var i = 0; i < truth.Length; i++)
        {
            if (truth[i])
            {
                Unravel(i, x.Sizes, found);
            }
        }

        var rank = Math.Max(1, x.Sizes.Length);
        return torch.tensor(found.ToArray(), [found.Count / rank, x.Sizes.Length]);
    }

    private static void Unravel(long at, long[] sizes, List<long> into)
    {
        var start = into.Count;
        for (var dim = sizes.Length - 1; dim >= 0; dim--)
        {
            into.Insert(start, at % sizes[dim]);
            at /= sizes[dim];
        }
    }

    private static void Select<T>(torch.Tensor x, int dim, long[] positions, torch.Tensor y)
        where T : unmanaged
    {
        var (outer, n, inner) = Layout.Of(x.Sizes, dim);
        var from = (ReadOnlySpan<T>)x.Ordered().Span<T>();
        var to = y.Span<T>();
        for (var i = 0; i < outer; i++)
        {
            for (var k = 0; k < positions.Length; k++)
            {
                from.Slice(((i * n) + (int)positions[k]) * inner, inner).CopyTo(to[(((i * positions.Length) + k) * inner)..]);
            }
        }
    }

    private static void AddRows<T>(torch.Tensor x, int dim, long[] positions, T alpha, torch.Tensor y)
        where T : unmanaged, INumber<T>
    {
        var (outer, n, inner) = Layout.Of(y.Sizes, dim);
        var from = (ReadOnlySpan<T>)x.Ordered().Span<T>();
        var to = y.Span<T>();
        for (var i = 0; i < outer; i++)
        {
            for (var k = 0; k < positions.Length; k++)
            {
                var target = to.Slice(((i * n) + (int)positions[k]) * inner, inner);
                TensorPrimitives.MultiplyAdd(from.Slice(((i * positions.Length) + k) * inner, inner), alpha, target, target);
            }
        }
    }

    private delegate void Meet<T>(ref T indexed, ref T plain);

    /// <summary>Meets every element of <paramref name="plain"/> with the one of <paramref name="indexed"/> its index names.</summary>
    private static void Walk<T>(torch.Tensor index, int dim, torch.Tensor indexed, torch.Tensor plain, Meet<T> meet)
        where T : unmanaged
    {
        Check(index, indexed, dim);
        var source = indexed.Ordered();
        var positions = Convert.To(index, torch.ScalarType.Int64).Ordered().Span<long>();
        var there = source.Span<T>();
        var here = plain.Span<T>();
        var n = indexed.Sizes.Length == 0 ? 1 : indexed.Sizes[dim];
        var at = new long[index.Sizes.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            var position = positions[i] < 0 ? positions[i] + n : positions[i];
            if (position < 0 || position >= n)
            {
                throw new ArgumentOutOfRangeException(nameof(index), $"expected a position in [{-n}, {n - 1}], got {positions[i]}");
            }

            meet(ref there[Flat(at, source.Strides, dim, position)], ref here[i]);
            Next(at, index.Sizes);
        }
    }

    private static int Flat(long[] at, long[] strides, int dim, long position)
    {
        long flat = 0;
        for (var i = 0; i < at.Length; i++)
        {
            flat += (i == dim ? position : at[i]) * strides[i];
        }

        return (int)flat;
    }

    private static void Next(long[] at, long[] sizes)
    {
        for (var i = at.Length - 1; i >= 0 && ++at[i] == sizes[i]; i--)
        {
            at[i] = 0;
        }
    }

    private static void Check(torch.Tensor index, torch.Tensor indexed, int dim)
    {
        var fits = index.Sizes.Length == indexed.Sizes.Length;
        for (var i = 0; fits && i < index.Sizes.Length; i++)
        {
            fits = i == dim || index.Sizes[i] <= indexed.Sizes[i];
        }

        if (!fits)
        {
            throw new ArgumentException($"index: expected a shape within {Shapes.Text(indexed.Sizes)} but for dimension {dim}, got {Shapes.Text(index.Sizes)}");
        }
    }
}
