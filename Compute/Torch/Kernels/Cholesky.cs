namespace TorchSharp.Kernels;

/// <summary>A = L·Lᵀ; reads the lower triangle.</summary>
internal static class Cholesky
{
    internal static void Factor(ReadOnlySpan<double> a, Span<double> l, int n)
    {
        l.Clear();
        for (var j = 0; j < n; j++)
        {
            for (var i = j; i < n; i++)
            {
                var rest = a[(i * n) + j] - Dot(l.Slice(i * n, j), l.Slice(j * n, j));
                l[(i * n) + j] = i == j ? Root(rest, j) : rest / l[(j * n) + j];
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static double Root(double pivot, int at) => pivot > 0 ? Math.Sqrt(pivot)
        : throw new ArgumentException($"linalg.cholesky: expected a positive definite matrix; the leading minor of order {at + 1} is not positive");
}
