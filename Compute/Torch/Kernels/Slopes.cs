using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Constants of an activation's slope.</summary>
internal readonly record struct SlopeOptions(double A = 0, double B = 0, double C = 0);

/// <summary>g · f′ given what the activation saved, for vectors.</summary>
internal interface ISlope
{
    static abstract Vector512<T> Invoke<T>(Vector512<T> g, Vector512<T> saved, Vector512<T> a, Vector512<T> b, Vector512<T> c)
        where T : unmanaged, INumber<T>;
}

/// <summary>The way back through an activation in one pass.</summary>
internal static class Slopes
{
    internal static torch.Tensor Run<TSlope>(torch.Tensor g, torch.Tensor saved, SlopeOptions options)
        where TSlope : struct, ISlope
    {
        var (gradient, value) = (g.Ordered(), saved.Ordered());
        var result = torch.Tensor.Allocate(g.Sizes, g.dtype);
        if (g.dtype == torch.ScalarType.Float32)
        {
            Run<float, TSlope>(gradient.Span<float>(), value.Span<float>(), result.Span<float>(), (float)options.A, (float)options.B, (float)options.C);
        }
        else
        {
            Run<double, TSlope>(gradient.Span<double>(), value.Span<double>(), result.Span<double>(), options.A, options.B, options.C);
        }

        return result;
    }

    private static void Run<T, TSlope>(ReadOnlySpan<T> g, ReadOnlySpan<T> saved, Span<T> y, T a, T b, T c)
        where T : unmanaged, INumber<T>
        where TSlope : struct, ISlope
    {
        var (va, vb, vc) = (Vector512.Create(a), Vector512.Create(b), Vector512.Create(c));
        var width = Vector512<T>.Count;
        ref var from = ref MemoryMarshal.GetReference(g);
        ref var value = ref MemoryMarshal.GetReference(saved);
        ref var to = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= y.Length - width; i += width)
        {
            TSlope.Invoke(Vector512.LoadUnsafe(ref from, (nuint)i), Vector512.LoadUnsafe(ref value, (nuint)i), va, vb, vc).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < y.Length; i++)
        {
            y[i] = TSlope.Invoke(Vector512.CreateScalar(g[i]), Vector512.CreateScalar(saved[i]), va, vb, vc).ToScalar();
        }
    }
}

internal readonly struct ReluSlope : ISlope
{
    public static Vector512<T> Invoke<T>(Vector512<T> g, Vector512<T> saved, Vector512<T> a, Vector512<T> b, Vector512<T> c)
        where T : unmanaged, INumber<T> => Vector512.ConditionalSelect(Vector512.GreaterThan(saved, Vector512<T>.Zero), g, Vector512<T>.Zero);
}

internal readonly struct LeakyReluSlope : ISlope
{
    public static Vector512<T> Invoke<T>(Vector512<T> g, Vector512<T> saved, Vector512<T> a, Vector512<T> b, Vector512<T> c)
        where T : unmanaged, INumber<T> => Vector512.ConditionalSelect(Vector512.GreaterThan(saved, Vector512<T>.Zero), g, g * a);
}

internal readonly struct EluSlope : ISlope
{
    public static Vector512<T> Invoke<T>(Vector512<T> g, Vector512<T> saved, Vector512<T> a, Vector512<T> b, Vector512<T> c)
        where T : unmanaged, INumber<T> => Vector512.ConditionalSelect(Vector512.GreaterThan(saved, Vector512<T>.Zero), g * b, g * ((saved + a) * c));
}

internal readonly struct SigmoidSlope : ISlope
{
    public static Vector512<T> Invoke<T>(Vector512<T> g, Vector512<T> saved, Vector512<T> a, Vector512<T> b, Vector512<T> c)
        where T : unmanaged, INumber<T> => g * (saved * (Vector512<T>.One - saved));
}

internal readonly struct TanhSlope : ISlope
{
    public static Vector512<T> Invoke<T>(Vector512<T> g, Vector512<T> saved, Vector512<T> a, Vector512<T> b, Vector512<T> c)
        where T : unmanaged, INumber<T> => g * (Vector512<T>.One - (saved * saved));
}
