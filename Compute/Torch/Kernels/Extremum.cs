using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The largest or smallest along a dimension, with its position; the first of equals, and NaN before all.</summary>
internal static class Extremum
{
    internal static void Run<T>(ReadOnlySpan<T> x, int outer, int n, int inner, bool largest, Span<T> values, Span<long> positions)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < outer; i++)
        {
            for (var j = 0; j < inner; j++)
            {
                var at = Position(x[((i * n * inner) + j)..], n, inner, largest);
                positions[(i * inner) + j] = at;
                values[(i * inner) + j] = x[(i * n * inner) + (at * inner) + j];
            }
        }
    }

    private static int Position<T>(ReadOnlySpan<T> x, int n, int step, bool largest)
        where T : unmanaged, INumber<T>
    {
        var best = 0;
        for (var k = 1; k < n && !T.IsNaN(x[best * step]); k++)
        {
            var (candidate, holder) = (x[k * step], x[best * step]);
            if (T.IsNaN(candidate) || (largest ? candidate > holder : candidate < holder))
            {
                best = k;
            }
        }

        return best;
    }
}
