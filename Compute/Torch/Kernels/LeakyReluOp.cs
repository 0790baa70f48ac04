using System.Numerics;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>x where positive, x · slope elsewhere.</summary>
internal readonly struct LeakyReluOp : IParameterOp
{
    public static void Invoke<T>(ReadOnlySpan<T> x, T parameter, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = Vector512<T>.Count;
        var i = 0;
        for (; i <= x.Length - width; i += width)
        {
            var from = Vector512.Create(x[i..]);
            Vector512.ConditionalSelect(Vector512.GreaterThan(from, Vector512<T>.Zero), from, from * parameter).CopyTo(y[i..]);
        }

        for (; i < x.Length; i++)
        {
            y[i] = x[i] > T.Zero ? x[i] : x[i] * parameter;
        }
    }
}
