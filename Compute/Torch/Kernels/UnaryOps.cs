using System.Numerics.Tensors;
using N = System.Numerics;

namespace TorchSharp.Kernels;

internal readonly struct NegOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T> => TensorPrimitives.Negate(x, y);
}

internal readonly struct AbsOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T> => TensorPrimitives.Abs(x, y);
}

internal readonly struct ExpOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T> => TensorPrimitives.Exp(x, y);
}

internal readonly struct Expm1Op : IUnaryOp
{
    // The primitive is exp(x) - 1, which loses small x; the runtime's own function is exact there for neither,
    // so below 1e-2 the series keeps full precision.
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = T.CreateTruncating(Precise.Expm1(double.CreateTruncating(x[i])));
        }
    }
}

internal readonly struct LogOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T> => TensorPrimitives.Log(x, y);
}

internal readonly struct Log1pOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = T.CreateTruncating(Precise.Log1p(double.CreateTruncating(x[i])));
        }
    }
}

internal readonly struct SqrtOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T> => TensorPrimitives.Sqrt(x, y);
}

internal readonly struct ReciprocalOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T> => TensorPrimitives.Divide(T.One, x, y);
}

internal readonly struct SinOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T> => TensorPrimitives.Sin(x, y);
}

internal readonly struct CosOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T> => TensorPrimitives.Cos(x, y);
}

internal readonly struct TanhOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T> => TensorPrimitives.Tanh(x, y);
}

internal readonly struct SigmoidOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T> => TensorPrimitives.Sigmoid(x, y);
}

internal readonly struct SignOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = x[i] > T.Zero ? T.One : x[i] < T.Zero ? T.NegativeOne : x[i];
        }
    }
}

internal readonly struct FloorOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T> => TensorPrimitives.Floor(x, y);
}

internal readonly struct RoundOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T> => TensorPrimitives.Round(x, y);
}

internal readonly struct ReluOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T> => TensorPrimitives.Max(x, T.Zero, y);
}
