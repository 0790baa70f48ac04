using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Sums in an order that depends on the shape alone: not on the address of the buffer, the width of the machine's
/// vectors or the number of threads. (The library's own sum aligns to the address first, so its bits may differ.)
/// </summary>
internal static class Reduction
{
    /// <summary>Adds up one dimension of a contiguous [outer, n, inner] tensor into [outer, inner].</summary>
    internal static void Sum<T>(ReadOnlySpan<T> x, int outer, int n, int inner, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < outer; i++)
        {
            var block = x.Slice(i * n * inner, n * inner);
            if (inner == 1)
            {
                y[i] = Sum(block);
            }
            else
            {
                SumRows(block, n, inner, y.Slice(i * inner, inner));
            }
        }
    }

    /// <summary>The sum by four vectors of fixed width, then pairwise over their lanes, then the rest.</summary>
    internal static T Sum<T>(ReadOnlySpan<T> x)
        where T : unmanaged, INumber<T>
    {
        var width = Vector512<T>.Count;
        var (a, b, c, d) = (Vector512<T>.Zero, Vector512<T>.Zero, Vector512<T>.Zero, Vector512<T>.Zero);
        ref var start = ref MemoryMarshal.GetReference(x);
        var i = 0;
        for (; i <= x.Length - (4 * width); i += 4 * width)
        {
            a += Vector512.LoadUnsafe(ref start, (nuint)i);
            b += Vector512.LoadUnsafe(ref start, (nuint)(i + width));
            c += Vector512.LoadUnsafe(ref start, (nuint)(i + (2 * width)));
            d += Vector512.LoadUnsafe(ref start, (nuint)(i + (3 * width)));
        }

        var total = Lanes((a + b) + (c + d));
        for (; i < x.Length; i++)
        {
            total += x[i];
        }

        return total;
    }

    private static T Lanes<T>(Vector512<T> vector)
        where T : unmanaged, INumber<T>
    {
        Span<T> lanes = stackalloc T[Vector512<T>.Count];
        vector.CopyTo(lanes);
        for (var half = lanes.Length / 2; half > 0; half /= 2)
        {
            for (var i = 0; i < half; i++)
            {
                lanes[i] += lanes[i + half];
            }
        }

        return lanes[0];
    }

    private static void SumRows<T>(ReadOnlySpan<T> rows, int n, int width, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        y.Clear();
        for (var i = 0; i < n; i++)
        {
            TensorPrimitives.Add(y, rows.Slice(i * width, width), y);
        }
    }
}
