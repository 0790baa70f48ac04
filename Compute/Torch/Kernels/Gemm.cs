using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// C = A·B (+ a bias row) with A [m, k] and B [k, n] of any strides, so that transposed operands are read in place.
/// B is packed in panels two vectors wide and a block of k deep, which stay in the first cache; a tile of C stays in
/// registers while k runs through the block. Every element is one chain of fused multiply-adds in the order of k, so its
/// bits depend neither on the tiling nor on the other rows.
/// </summary>
internal static partial class Gemm
{
    private const int TileRows = 8;
    private const int Block = 256;

    internal static void Run<T>(Matrix<T> a, Matrix<T> b, ReadOnlySpan<T> bias, Span<T> c)
        where T : unmanaged, INumber<T>
    {
        var panel = 2 * Vector512<T>.Count;
        var packed = Scratch<T>.Rent(Block * panel);
        for (var k = 0; k < Math.Max(1, b.Rows); k += Block)
        {
            var depth = Math.Min(Block, b.Rows - k);
            for (var column = 0; column < b.Columns; column += panel)
            {
                var width = Math.Min(panel, b.Columns - column);
                Pack(b, k, depth, column, width, packed, panel);
                Panel(a, k, depth, packed, bias.IsEmpty ? default : bias.Slice(column, width), c, b.Columns, column, width);
            }
        }
    }

    /// <summary>All rows of C's columns [column, column + width), continued from what they hold after the first block.</summary>
    private static void Panel<T>(Matrix<T> a, int k, int depth, ReadOnlySpan<T> packed, ReadOnlySpan<T> bias, Span<T> c, int columns, int column, int width)
        where T : unmanaged, INumber<T>
    {
        var panel = 2 * Vector512<T>.Count;
        var tile = Scratch<T>.Tile(TileRows * panel);
        var start = tile[..panel];
        start.Clear();
        bias.CopyTo(start);
        var (low, high) = (Vector512.Create<T>(start), Vector512.Create<T>(start[Vector512<T>.Count..]));
        ref var b = ref MemoryMarshal.GetReference(packed);
        for (int i = 0, rows; i < a.Rows; i += rows)
        {
            rows = a.Rows - i >= TileRows ? TileRows : 1;
            ref var x = ref Unsafe.Add(ref MemoryMarshal.GetReference(a.Values), (i * a.RowStride) + (k * a.ColumnStride));
            var place = c[((i * columns) + column)..];
            if (width == panel)
            {
                Tile(rows, ref x, a.RowStride, a.ColumnStride, ref b, depth, low, high, ref place[0], columns, k > 0);
                continue;
            }

            Copy(place, columns, tile, panel, k > 0 ? rows : 0, width);
            Tile(rows, ref x, a.RowStride, a.ColumnStride, ref b, depth, low, high, ref tile[0], panel, k > 0);
            Copy(tile, panel, place, columns, rows, width);
        }
    }

    private static void Copy<T>(ReadOnlySpan<T> from, int fromStride, Span<T> to, int toStride, int rows, int width)
    {
        for (var i = 0; i < rows; i++)
        {
            from.Slice(i * fromStride, width).CopyTo(to[(i * toStride)..]);
        }
    }

    private static void Tile<T>(int rows, ref T a, int row, int step, ref T b, int depth, Vector512<T> low, Vector512<T> high, ref T c, int stride, bool continues)
        where T : unmanaged, INumber<T>
    {
        if (rows == TileRows)
        {
            Tile8(ref a, row, step, ref b, depth, low, high, ref c, stride, continues);
        }
        else
        {
            Tile1(ref a, step, ref b, depth, low, high, ref c, continues);
        }
    }
}
