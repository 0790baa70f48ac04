namespace TorchSharp.Kernels;

/// <summary>Solves A·X = B in place for a triangular A.</summary>
internal static class Triangular
{
    internal static void Solve(ReadOnlySpan<double> a, Span<double> x, int n, int columns, bool upper, bool unit)
    {
        for (var step = 0; step < n; step++)
        {
            var i = upper ? n - 1 - step : step;
            var row = x.Slice(i * columns, columns);
            for (var k = upper ? i + 1 : 0; k < (upper ? n : i); k++)
            {
                Subtract(row, x.Slice(k * columns, columns), a[(i * n) + k]);
            }

            Divide(row, unit ? 1 : a[(i * n) + i], i);
        }
    }

    private static void Subtract(Span<double> row, ReadOnlySpan<double> other, double factor)
    {
        for (var j = 0; j < row.Length; j++)
        {
            row[j] -= factor * other[j];
        }
    }

    private static void Divide(Span<double> row, double pivot, int at)
    {
        if (pivot == 0)
        {
            throw new ArgumentException($"The matrix is singular: element {at} of its diagonal is 0.");
        }

        foreach (ref var value in row)
        {
            value /= pivot;
        }
    }
}
