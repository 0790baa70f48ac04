using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp;
using static TorchSharp.torch;

namespace GenoMed.Fhir.Compute.Torch.Benchmarks;

/// <summary>256×256×256 float32 products against a loop of nothing but fused multiply-adds, on one core.</summary>
/// <param name="Gflops">Of the product.</param>
/// <param name="FmaGflops">Of the bare loop: twelve independent chains of Vector512.</param>
internal sealed record MatmulShare(double Gflops, double FmaGflops)
{
    private const int Side = 256;
    private const int FmaSteps = 200_000;

    // Keeps the loop from being dropped as one whose result nobody reads.
    private static float _sink;

    internal static MatmulShare Measure()
    {
        manual_seed(1);
        var (a, b) = (randn(Side, Side), randn(Side, Side));
        var (product, fma) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < 400; i++)
        {
            product = Math.Min(product, Time(() => Products(a, b, 4)) / 4);
            fma = Math.Min(fma, Time(() => _sink = Chains(FmaSteps)));
        }

        return new MatmulShare(2.0 * Side * Side * Side / product / 1e9, 2.0 * 12 * Vector512<float>.Count * FmaSteps / fma / 1e9);
    }

    private static void Products(Tensor a, Tensor b, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var c = a.mm(b);
        }
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Chains(int steps)
    {
        var (x, y) = (Vector512.Create(0.999f), Vector512.Create(0.001f));
        Vector512<float> a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (var step = 0; step < steps; step++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, y);
            b = Vector512.FusedMultiplyAdd(b, x, y);
            c = Vector512.FusedMultiplyAdd(c, x, y);
            d = Vector512.FusedMultiplyAdd(d, x, y);
            e = Vector512.FusedMultiplyAdd(e, x, y);
            f = Vector512.FusedMultiplyAdd(f, x, y);
            g = Vector512.FusedMultiplyAdd(g, x, y);
            h = Vector512.FusedMultiplyAdd(h, x, y);
            i = Vector512.FusedMultiplyAdd(i, x, y);
            j = Vector512.FusedMultiplyAdd(j, x, y);
            k = Vector512.FusedMultiplyAdd(k, x, y);
            l = Vector512.FusedMultiplyAdd(l, x, y);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
