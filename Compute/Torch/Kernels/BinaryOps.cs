using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

internal readonly struct AddOp : IBinaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Add(a, b, y);

    public static void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Add(a, b, y);

    public static void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Add(b, a, y);
}

internal readonly struct SubOp : IBinaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Subtract(a, b, y);

    public static void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Subtract(a, b, y);

    public static void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Subtract(a, b, y);
}

internal readonly struct MulOp : IBinaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(a, b, y);

    public static void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(a, b, y);

    public static void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(b, a, y);
}

internal readonly struct DivOp : IBinaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Divide(a, b, y);

    public static void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Divide(a, b, y);

    public static void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Divide(a, b, y);
}

internal readonly struct MaximumOp : IBinaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Max(a, b, y);

    public static void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Max(a, b, y);

    public static void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Max(b, a, y);
}

internal readonly struct MinimumOp : IBinaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Min(a, b, y);

    public static void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Min(a, b, y);

    public static void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Min(b, a, y);
}

/// <summary>a to the power b, in the double function so that the value does not depend on the span's length.</summary>
internal readonly struct PowOp : IBinaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = Power(a[i], b[i]);
        }
    }

    public static void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        if (b == T.One + T.One)
        {
            TensorPrimitives.Multiply(a, a, y);
            return;
        }

        for (var i = 0; i < y.Length; i++)
        {
            y[i] = Power(a[i], b);
        }
    }

    public static void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = Power(a, b[i]);
        }
    }

    private static T Power<T>(T a, T b)
        where T : unmanaged, INumber<T> => T.CreateTruncating(Math.Pow(double.CreateTruncating(a), double.CreateTruncating(b)));
}

internal readonly struct EqOp : ICompareOp
{
    public static bool Holds<T>(T a, T b)
        where T : unmanaged, INumber<T> => a == b;
}

internal readonly struct NeOp : ICompareOp
{
    public static bool Holds<T>(T a, T b)
        where T : unmanaged, INumber<T> => a != b;
}

internal readonly struct LtOp : ICompareOp
{
    public static bool Holds<T>(T a, T b)
        where T : unmanaged, INumber<T> => a < b;
}

internal readonly struct LeOp : ICompareOp
{
    public static bool Holds<T>(T a, T b)
        where T : unmanaged, INumber<T> => a <= b;
}
