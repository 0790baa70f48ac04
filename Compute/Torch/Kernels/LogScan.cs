using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>
/// Running log Σ exp of a vector by plain running sums of exp(x − max) in double, where the values lie close enough
/// together for none of them to underflow; it is then as exact as the pairwise recurrence and needs no exp a step.
/// </summary>
internal static class LogScan
{
    // exp(±600) is far inside the range of a double, also summed over 10⁹ terms.
    private const double Spread = 600;

    /// <summary>False, with nothing written, where the recurrence is needed.</summary>
    internal static bool TryForward<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!IsClose(x, out var top))
        {
            return false;
        }

        var rented = ArrayPool<double>.Shared.Rent(x.Length);
        var sums = rented.AsSpan(0, x.Length);
        Exponents(x, top, sums);
        var sum = 0.0;
        foreach (ref var term in sums)
        {
            term = sum += term;
        }

        TensorPrimitives.Log(sums, sums);
        TensorPrimitives.Add(sums, top, sums);
        TensorPrimitives.ConvertTruncating<double, T>(sums, y);
        ArrayPool<double>.Shared.Return(rented);
        return true;
    }

    /// <summary>exp(xᵢ − max) Σ_{j≥i} gⱼ exp(max − yⱼ).</summary>
    internal static bool TryBackward<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> g, Span<T> result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!IsClose(x, out var top))
        {
            return false;
        }

        var rented = ArrayPool<double>.Shared.Rent(2 * x.Length);
        var sums = rented.AsSpan(0, x.Length);
        var shares = rented.AsSpan(x.Length, x.Length);
        Exponents(y, top, sums);
        Exponents(x, top, shares);
        var sum = 0.0;
        for (var i = x.Length - 1; i >= 0; i--)
        {
            sum += double.CreateTruncating(g[i]) / sums[i];
            result[i] = T.CreateTruncating(sum * shares[i]);
        }

        ArrayPool<double>.Shared.Return(rented);
        return true;
    }

    private static void Exponents<T>(ReadOnlySpan<T> x, double top, Span<double> to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorPrimitives.ConvertTruncating(x, to);
        TensorPrimitives.Subtract(to, top, to);
        TensorPrimitives.Exp(to, to);
    }

    private static bool IsClose<T>(ReadOnlySpan<T> x, out double top)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        top = x.IsEmpty ? 0 : double.CreateTruncating(TensorPrimitives.Max(x));
        return !x.IsEmpty && double.IsFinite(top) && top - double.CreateTruncating(TensorPrimitives.Min(x)) < Spread;
    }
}
