using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Optimizers;

/// <summary>The constants of one Adam step, bias corrections included.</summary>
internal readonly record struct AdamOptions(
    double StepSize, double Beta1, double Beta2, double Epsilon, double RootCorrection2, double L2, double Shrink, double Sign, bool IsAmsgrad);

/// <summary>
/// θ ← shrink·θ − stepSize · m / (√v / √(1 − β₂ᵗ) + ε), moments and parameter in one pass over their buffers.
/// </summary>
internal static class AdamStep
{
    internal static void Run<T>(Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> first, Span<T> second, Span<T> largest, AdamOptions o)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var width = Vector512<T>.Count;
        var i = 0;
        for (; i <= parameter.Length - width; i += width)
        {
            Vectors(ref parameter[i], ref MemoryMarshal.GetReference(gradient[i..]), ref first[i], ref second[i], ref largest.IsEmpty ? ref second[i] : ref largest[i], o);
        }

        for (; i < parameter.Length; i++)
        {
            One(ref parameter[i], gradient[i], ref first[i], ref second[i], ref largest.IsEmpty ? ref second[i] : ref largest[i], o);
        }
    }

    private static void Vectors<T>(ref T parameter, ref T gradient, ref T first, ref T second, ref T largest, AdamOptions o)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var theta = Vector512.LoadUnsafe(ref parameter);
        var g = (Vector512.LoadUnsafe(ref gradient) * Of<T>(o.Sign)) + (theta * Of<T>(o.L2));
        var m = (Vector512.LoadUnsafe(ref first) * Of<T>(o.Beta1)) + (g * Of<T>(1 - o.Beta1));
        var v = (Vector512.LoadUnsafe(ref second) * Of<T>(o.Beta2)) + (g * g * Of<T>(1 - o.Beta2));
        m.StoreUnsafe(ref first);
        v.StoreUnsafe(ref second);
        if (o.IsAmsgrad)
        {
            v = Vector512.Max(v, Vector512.LoadUnsafe(ref largest));
            v.StoreUnsafe(ref largest);
        }

        var slope = (Vector512.Sqrt(v) / Of<T>(o.RootCorrection2)) + Of<T>(o.Epsilon);
        ((theta * Of<T>(o.Shrink)) - (m / slope * Of<T>(o.StepSize))).StoreUnsafe(ref parameter);
    }

    private static void One<T>(ref T parameter, T gradient, ref T first, ref T second, ref T largest, AdamOptions o)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var g = (gradient * T.CreateTruncating(o.Sign)) + (parameter * T.CreateTruncating(o.L2));
        first = (first * T.CreateTruncating(o.Beta1)) + (g * T.CreateTruncating(1 - o.Beta1));
        second = (second * T.CreateTruncating(o.Beta2)) + (g * g * T.CreateTruncating(1 - o.Beta2));
        var v = second;
        if (o.IsAmsgrad)
        {
            v = largest = T.Max(second, largest);
        }

        var slope = (T.Sqrt(v) / T.CreateTruncating(o.RootCorrection2)) + T.CreateTruncating(o.Epsilon);
        parameter = (parameter * T.CreateTruncating(o.Shrink)) - (first / slope * T.CreateTruncating(o.StepSize));
    }

    private static Vector512<T> Of<T>(double value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector512.Create(T.CreateTruncating(value));
}
