using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// C = A·B (+ a bias row) with A [m, k] and B [k, n] of any strides, so that transposed operands are read in place.
/// B is packed in panels two vectors wide; a tile of C stays in registers while k runs. Every element is one chain
/// of fused multiply-adds in the order of k, so its bits depend neither on the tiling nor on the other rows.
/// </summary>
internal static class Gemm
{
    private const int TileRows = 8;

    internal static void Run<T>(Matrix<T> a, Matrix<T> b, ReadOnlySpan<T> bias, Span<T> c)
        where T : unmanaged, INumber<T>
    {
        var panel = 2 * Vector512<T>.Count;
        var packed = Scratch<T>.Rent(Math.Max(1, b.Rows) * panel);
        var bound = Scratch<T>.Tile(TileRows * panel);
        for (var column = 0; column < b.Columns; column += panel)
        {
            var width = Math.Min(panel, b.Columns - column);
            Pack(b, column, width, packed, panel);
            var start = bias.IsEmpty ? default : bias.Slice(column, width);
            Panel(a, packed, start, c, b.Columns, column, width, bound);
        }
    }

    private static void Pack<T>(Matrix<T> b, int column, int width, Span<T> packed, int panel)
        where T : unmanaged
    {
        for (var k = 0; k < b.Rows; k++)
        {
            var row = packed.Slice(k * panel, panel);
            var from = b.Values[((k * b.RowStride) + (column * b.ColumnStride))..];
            if (b.ColumnStride == 1)
            {
                from[..width].CopyTo(row);
            }
            else
            {
                Gather(from, b.ColumnStride, row[..width]);
            }

            row[width..].Clear();
        }
    }

    private static void Gather<T>(ReadOnlySpan<T> from, int step, Span<T> to)
    {
        for (var j = 0; j < to.Length; j++)
        {
            to[j] = from[j * step];
        }
    }

    private static void Panel<T>(Matrix<T> a, ReadOnlySpan<T> packed, ReadOnlySpan<T> bias, Span<T> c, int columns, int column, int width, Span<T> tile)
        where T : unmanaged, INumber<T>
    {
        var panel = 2 * Vector512<T>.Count;
        var start = tile[..panel];
        start.Clear();
        bias.CopyTo(start);
        var (low, high) = (Vector512.Create<T>(start), Vector512.Create<T>(start[Vector512<T>.Count..]));
        ref var values = ref MemoryMarshal.GetReference(a.Values);
        ref var b = ref MemoryMarshal.GetReference(packed);
        var i = 0;
        for (; i <= a.Rows - TileRows; i += TileRows)
        {
            Tile8(ref Unsafe.Add(ref values, i * a.RowStride), a.RowStride, a.ColumnStride, ref b, a.Columns, low, high, tile);
            Store(tile, TileRows, c, i, columns, column, width);
        }

        for (; i < a.Rows; i++)
        {
            Tile1(ref Unsafe.Add(ref values, i * a.RowStride), a.ColumnStride, ref b, a.Columns, low, high, tile);
            Store(tile, 1, c, i, columns, column, width);
        }
    }

    private static void Store<T>(ReadOnlySpan<T> tile, int rows, Span<T> c, int row, int columns, int column, int width)
    {
        var panel = tile.Length / TileRows;
        for (var i = 0; i < rows; i++)
        {
            tile.Slice(i * panel, width).CopyTo(c[(((row + i) * columns) + column)..]);
        }
    }

    private static void Tile8<T>(ref T a, int row, int step, ref T b, int depth, Vector512<T> low, Vector512<T> high, Span<T> tile)
        where T : unmanaged, INumber<T>
    {
        var width = (nuint)Vector512<T>.Count;
        Vector512<T> c00 = low, c10 = low, c20 = low, c30 = low, c40 = low, c50 = low, c60 = low, c70 = low;
        Vector512<T> c01 = high, c11 = high, c21 = high, c31 = high, c41 = high, c51 = high, c61 = high, c71 = high;
        nint r1 = row, r2 = 2 * row, r3 = 3 * row, r4 = 4 * row, r5 = 5 * row, r6 = 6 * row, r7 = 7 * row;
        for (var k = 0; k < depth; k++)
        {
            var b0 = Vector512.LoadUnsafe(ref b);
            var b1 = Vector512.LoadUnsafe(ref b, width);
            var x = Vector512.Create(a);
            c00 = Fma(x, b0, c00);
            c01 = Fma(x, b1, c01);
            x = Vector512.Create(Unsafe.Add(ref a, r1));
            c10 = Fma(x, b0, c10);
            c11 = Fma(x, b1, c11);
            x = Vector512.Create(Unsafe.Add(ref a, r2));
            c20 = Fma(x, b0, c20);
            c21 = Fma(x, b1, c21);
            x = Vector512.Create(Unsafe.Add(ref a, r3));
            c30 = Fma(x, b0, c30);
            c31 = Fma(x, b1, c31);
            x = Vector512.Create(Unsafe.Add(ref a, r4));
            c40 = Fma(x, b0, c40);
            c41 = Fma(x, b1, c41);
            x = Vector512.Create(Unsafe.Add(ref a, r5));
            c50 = Fma(x, b0, c50);
            c51 = Fma(x, b1, c51);
            x = Vector512.Create(Unsafe.Add(ref a, r6));
            c60 = Fma(x, b0, c60);
            c61 = Fma(x, b1, c61);
            x = Vector512.Create(Unsafe.Add(ref a, r7));
            c70 = Fma(x, b0, c70);
            c71 = Fma(x, b1, c71);
            a = ref Unsafe.Add(ref a, step);
            b = ref Unsafe.Add(ref b, 2 * width);
        }

        ref var to = ref MemoryMarshal.GetReference(tile);
        Save(c00, c01, ref to, 0);
        Save(c10, c11, ref to, 1);
        Save(c20, c21, ref to, 2);
        Save(c30, c31, ref to, 3);
        Save(c40, c41, ref to, 4);
        Save(c50, c51, ref to, 5);
        Save(c60, c61, ref to, 6);
        Save(c70, c71, ref to, 7);
    }

    private static void Tile1<T>(ref T a, int step, ref T b, int depth, Vector512<T> low, Vector512<T> high, Span<T> tile)
        where T : unmanaged, INumber<T>
    {
        var width = (nuint)Vector512<T>.Count;
        for (var k = 0; k < depth; k++)
        {
            var x = Vector512.Create(a);
            low = Fma(x, Vector512.LoadUnsafe(ref b), low);
            high = Fma(x, Vector512.LoadUnsafe(ref b, width), high);
            a = ref Unsafe.Add(ref a, step);
            b = ref Unsafe.Add(ref b, 2 * width);
        }

        Save(low, high, ref MemoryMarshal.GetReference(tile), 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Save<T>(Vector512<T> low, Vector512<T> high, ref T tile, int row)
        where T : unmanaged
    {
        var at = (nuint)(row * 2 * Vector512<T>.Count);
        low.StoreUnsafe(ref tile, at);
        high.StoreUnsafe(ref tile, at + (nuint)Vector512<T>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Fma<T>(Vector512<T> x, Vector512<T> y, Vector512<T> z)
        where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float))
        {
            return Vector512.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), z.AsSingle()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector512.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), z.AsDouble()).As<double, T>()
            : (x * y) + z;
    }
}
