using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Lays a block of B out row by row in a panel's width, the columns beyond B's as zeros.</summary>
internal static partial class Gemm
{
    private static void Pack<T>(Matrix<T> b, int start, int depth, int column, int width, Span<T> packed, int panel)
        where T : unmanaged
    {
        if (depth == 0)
        {
            return;
        }

        var from = b.Values[((start * b.RowStride) + (column * b.ColumnStride))..];
        if (width < panel)
        {
            packed[..(depth * panel)].Clear();
        }

        if (b.ColumnStride == 1)
        {
            Rows(from, b.RowStride, depth, width, packed, panel);
        }
        else
        {
            Columns(from, b.RowStride, b.ColumnStride, depth, width, packed, panel);
        }
    }

    private static void Rows<T>(ReadOnlySpan<T> from, int stride, int depth, int width, Span<T> packed, int panel)
        where T : unmanaged
    {
        if (width < panel)
        {
            for (var k = 0; k < depth; k++)
            {
                from.Slice(k * stride, width).CopyTo(packed[(k * panel)..]);
            }

            return;
        }

        ref var source = ref MemoryMarshal.GetReference(from);
        ref var to = ref MemoryMarshal.GetReference(packed);
        for (var k = 0; k < depth; k++)
        {
            var (low, high) = (Vector512.LoadUnsafe(ref source, (nuint)(k * stride)), Vector512.LoadUnsafe(ref source, (nuint)((k * stride) + (panel / 2))));
            low.StoreUnsafe(ref to, (nuint)(k * panel));
            high.StoreUnsafe(ref to, (nuint)((k * panel) + (panel / 2)));
        }
    }

    /// <summary>A transposed B: columns are read along memory, four by four where they are contiguous floats.</summary>
    private static void Columns<T>(ReadOnlySpan<T> from, int step, int stride, int depth, int width, Span<T> packed, int panel)
        where T : unmanaged
    {
        var j = 0;
        var fours = 0;
        if (typeof(T) == typeof(float) && step == 1 && Sse.IsSupported)
        {
            fours = depth & ~3;
            for (; j <= width - 4; j += 4)
            {
                Transpose(MemoryMarshal.Cast<T, float>(from[(j * stride)..]), stride, fours, MemoryMarshal.Cast<T, float>(packed[j..]), panel);
            }
        }

        Gather(from, step, stride, fours, depth, 0, j, packed, panel);
        Gather(from, step, stride, 0, depth, j, width, packed, panel);
    }

    private static void Transpose(ReadOnlySpan<float> from, int stride, int depth, Span<float> packed, int panel)
    {
        ref var source = ref MemoryMarshal.GetReference(from);
        ref var to = ref MemoryMarshal.GetReference(packed);
        for (var k = 0; k < depth; k += 4)
        {
            ref var at = ref Unsafe.Add(ref source, k);
            var (a, b) = (Vector128.LoadUnsafe(ref at), Vector128.LoadUnsafe(ref at, (nuint)stride));
            var (c, d) = (Vector128.LoadUnsafe(ref at, (nuint)(2 * stride)), Vector128.LoadUnsafe(ref at, (nuint)(3 * stride)));
            var (ab, cd) = (Sse.UnpackLow(a, b), Sse.UnpackLow(c, d));
            var (abHigh, cdHigh) = (Sse.UnpackHigh(a, b), Sse.UnpackHigh(c, d));
            Sse.MoveLowToHigh(ab, cd).StoreUnsafe(ref to, (nuint)(k * panel));
            Sse.MoveHighToLow(cd, ab).StoreUnsafe(ref to, (nuint)((k + 1) * panel));
            Sse.MoveLowToHigh(abHigh, cdHigh).StoreUnsafe(ref to, (nuint)((k + 2) * panel));
            Sse.MoveHighToLow(cdHigh, abHigh).StoreUnsafe(ref to, (nuint)((k + 3) * panel));
        }
    }

    private static void Gather<T>(ReadOnlySpan<T> from, int step, int stride, int top, int bottom, int left, int right, Span<T> packed, int panel)
    {
        for (var j = left; j < right; j++)
        {
            for (var k = top; k < bottom; k++)
            {
                packed[(k * panel) + j] = from[(j * stride) + (k * step)];
            }
        }
    }
}
