using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>A function of one real number, over whole spans.</summary>
internal interface IUnaryOp
{
    static abstract void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>A function of one real number with one constant.</summary>
internal interface IParameterOp
{
    static abstract void Invoke<T>(ReadOnlySpan<T> x, T parameter, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>A function of two numbers, over spans or a span and a number.</summary>
internal interface IBinaryOp
{
    static abstract void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>;

    static abstract void Invoke<T>(ReadOnlySpan<T> a, T b, Span<T> y)
        where T : unmanaged, INumber<T>;

    static abstract void Invoke<T>(T a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged, INumber<T>;
}

/// <summary>A relation of two numbers.</summary>
internal interface ICompareOp
{
    static abstract bool Holds<T>(T a, T b)
        where T : unmanaged, INumber<T>;
}
