using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Running sums and products along a dimension.</summary>
internal static class Scan
{
    internal static torch.Tensor Cumsum(torch.Tensor x, int dim) => Run(x, dim, new Summing());

    internal static torch.Tensor Cumprod(torch.Tensor x, int dim) => Run(x, dim, new Multiplying());

    internal static torch.Tensor Logcumsumexp(torch.Tensor x, int dim)
    {
        if (x.Sizes.Length == 1)
        {
            var source = x.Ordered();
            var result = torch.Tensor.Allocate(x.Sizes, x.dtype);
            if (x.dtype == torch.ScalarType.Float32 ? LogScan.TryForward<float>(source.Span<float>(), result.Span<float>()) : LogScan.TryForward<double>(source.Span<double>(), result.Span<double>()))
            {
                return result;
            }
        }

        return Run(x, dim, new LogSumming());
    }

    /// <summary>
    /// gᵢ = sᵢ exp(xᵢ − yᵢ), sᵢ = gradᵢ + sᵢ₊₁ exp(yᵢ − yᵢ₊₁). y never falls and x ≤ y, so no exponent is positive.
    /// </summary>
    internal static torch.Tensor LogcumsumexpBackward(torch.Tensor x, torch.Tensor y, torch.Tensor g, int dim)
    {
        var (values, sums, gradient) = (x.Ordered(), y.Ordered(), g.Ordered());
        var result = torch.Tensor.Allocate(x.Sizes, x.dtype);
        if (x.dtype == torch.ScalarType.Float32)
        {
            Back<float>(values.Span<float>(), sums.Span<float>(), gradient.Span<float>(), result.Span<float>(), Layout.Of(x.Sizes, dim));
        }
        else
        {
            Back<double>(values.Span<double>(), sums.Span<double>(), gradient.Span<double>(), result.Span<double>(), Layout.Of(x.Sizes, dim));
        }

        return result;
    }

    private static torch.Tensor Run<TStep>(torch.Tensor x, int dim, TStep step)
        where TStep : struct, IStep
    {
        var source = x.Ordered();
        var result = torch.Tensor.Allocate(x.Sizes, x.dtype);
        var layout = Layout.Of(x.Sizes, dim);
        switch (x.dtype)
        {
            case torch.ScalarType.Float32: Forward<float, TStep>(source.Span<float>(), result.Span<float>(), layout); break;
            case torch.ScalarType.Float64: Forward<double, TStep>(source.Span<double>(), result.Span<double>(), layout); break;
            case torch.ScalarType.Int64: Forward<long, TStep>(source.Span<long>(), result.Span<long>(), layout); break;
            default: throw new ArgumentException($"expected float32, float64 or int64, got {x.dtype}");
        }

        return result;
    }

    private static void Forward<T, TStep>(ReadOnlySpan<T> x, Span<T> y, Layout layout)
        where T : unmanaged, INumber<T>
        where TStep : struct, IStep
    {
        var (outer, n, inner) = layout;
        for (var i = 0; i < outer; i++)
        {
            for (var j = 0; j < inner && n > 0; j++)
            {
                var at = (i * n * inner) + j;
                y[at] = x[at];
                for (var k = 1; k < n; k++, at += inner)
                {
                    y[at + inner] = TStep.Add(y[at], x[at + inner]);
                }
            }
        }
    }

    private static void Back<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> g, Span<T> result, Layout layout)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (outer, n, inner) = layout;
        if (outer * inner == 1 && LogScan.TryBackward(x, y, g, result))
        {
            return;
        }

        for (var i = 0; i < outer * inner; i++)
        {
            var first = (i / inner * n * inner) + (i % inner);
            var sum = T.Zero;
            for (var k = n - 1; k >= 0; k--)
            {
                var at = first + (k * inner);
                sum = g[at] + (k == n - 1 ? T.Zero : sum * Decay(y[at], y[at + inner]));
                result[at] = sum * Decay(x[at], y[at]);
            }
        }
    }

    /// <summary>exp(from − to), 0 where both are −∞.</summary>
    private static T Decay<T>(T from, T to)
        where T : IBinaryFloatingPointIeee754<T> => T.IsNegativeInfinity(from) ? T.Zero : T.Exp(from - to);

    private interface IStep
    {
        static abstract T Add<T>(T sum, T next)
            where T : unmanaged, INumber<T>;
    }

    private readonly struct Summing : IStep
    {
        public static T Add<T>(T sum, T next)
            where T : unmanaged, INumber<T> => sum + next;
    }

    private readonly struct Multiplying : IStep
    {
        public static T Add<T>(T sum, T next)
            where T : unmanaged, INumber<T> => sum * next;
    }

    private readonly struct LogSumming : IStep
    {
        public static T Add<T>(T sum, T next)
            where T : unmanaged, INumber<T>
        {
            var (low, high) = sum < next ? (sum, next) : (next, sum);
            return T.IsNegativeInfinity(low) || T.IsPositiveInfinity(high) ? high
                : high + T.CreateTruncating(Precise.Log1p(Math.Exp(double.CreateTruncating(low - high))));
        }
    }
}
