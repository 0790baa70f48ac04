using N = System.Numerics;

namespace TorchSharp.Kernels;

internal readonly struct LgammaOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = T.CreateTruncating(SpecialFunctions.Lgamma(double.CreateTruncating(x[i])));
        }
    }
}

internal readonly struct DigammaOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = T.CreateTruncating(SpecialFunctions.Digamma(double.CreateTruncating(x[i])));
        }
    }
}

/// <summary>The parameter is the order of the derivative.</summary>
internal readonly struct PolygammaOp : IParameterOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, T parameter, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T>
    {
        var order = int.CreateTruncating(parameter);
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = T.CreateTruncating(SpecialFunctions.Polygamma(order, double.CreateTruncating(x[i])));
        }
    }
}

internal readonly struct ErfOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = T.CreateTruncating(SpecialFunctions.Erf(double.CreateTruncating(x[i])));
        }
    }
}

internal readonly struct ErfcOp : IUnaryOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, N.IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = T.CreateTruncating(SpecialFunctions.Erfc(double.CreateTruncating(x[i])));
        }
    }
}
