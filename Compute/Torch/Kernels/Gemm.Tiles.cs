using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>The innermost loops, compiled with full optimisation from the first call.</summary>
internal static partial class Gemm
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8<T>(ref T a, int row, int step, ref T b, int depth, Vector512<T> low, Vector512<T> high, ref T c, int stride, bool continues)
        where T : unmanaged, INumber<T>
    {
        var width = (nuint)Vector512<T>.Count;
        Vector512<T> c00 = low, c10 = low, c20 = low, c30 = low, c40 = low, c50 = low, c60 = low, c70 = low;
        Vector512<T> c01 = high, c11 = high, c21 = high, c31 = high, c41 = high, c51 = high, c61 = high, c71 = high;
        if (continues)
        {
            Load(ref c, 0, out c00, out c01);
            Load(ref c, stride, out c10, out c11);
            Load(ref c, 2 * stride, out c20, out c21);
            Load(ref c, 3 * stride, out c30, out c31);
            Load(ref c, 4 * stride, out c40, out c41);
            Load(ref c, 5 * stride, out c50, out c51);
            Load(ref c, 6 * stride, out c60, out c61);
            Load(ref c, 7 * stride, out c70, out c71);
        }

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

        Save(ref c, 0, c00, c01);
        Save(ref c, stride, c10, c11);
        Save(ref c, 2 * stride, c20, c21);
        Save(ref c, 3 * stride, c30, c31);
        Save(ref c, 4 * stride, c40, c41);
        Save(ref c, 5 * stride, c50, c51);
        Save(ref c, 6 * stride, c60, c61);
        Save(ref c, 7 * stride, c70, c71);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1<T>(ref T a, int step, ref T b, int depth, Vector512<T> low, Vector512<T> high, ref T c, bool continues)
        where T : unmanaged, INumber<T>
    {
        var width = (nuint)Vector512<T>.Count;
        if (continues)
        {
            Load(ref c, 0, out low, out high);
        }

        for (var k = 0; k < depth; k++)
        {
            var x = Vector512.Create(a);
            low = Fma(x, Vector512.LoadUnsafe(ref b), low);
            high = Fma(x, Vector512.LoadUnsafe(ref b, width), high);
            a = ref Unsafe.Add(ref a, step);
            b = ref Unsafe.Add(ref b, 2 * width);
        }

        Save(ref c, 0, low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load<T>(ref T c, int at, out Vector512<T> low, out Vector512<T> high)
        where T : unmanaged
    {
        low = Vector512.LoadUnsafe(ref c, (nuint)at);
        high = Vector512.LoadUnsafe(ref c, (nuint)(at + Vector512<T>.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Save<T>(ref T c, int at, Vector512<T> low, Vector512<T> high)
        where T : unmanaged
    {
        low.StoreUnsafe(ref c, (nuint)at);
        high.StoreUnsafe(ref c, (nuint)(at + Vector512<T>.Count));
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
