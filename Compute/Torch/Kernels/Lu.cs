namespace TorchSharp.Kernels;

/// <summary>P·A = L·U with partial pivoting.</summary>
internal static class Lu
{
    internal static void Solve(ReadOnlySpan<double> a, Span<double> x, int n, int columns)
    {
        var (lu, order, _) = Factor(a, n);
        var given = x.ToArray();
        for (var i = 0; i < n; i++)
        {
            given.AsSpan(order[i] * columns, columns).CopyTo(x[(i * columns)..]);
        }

        Triangular.Solve(lu, x, n, columns, upper: false, unit: true);
        Triangular.Solve(lu, x, n, columns, upper: true, unit: false);
    }

    /// <summary>The sign of the determinant (0 of a singular matrix) and the logarithm of its size.</summary>
    internal static (double Sign, double Log) Determinant(ReadOnlySpan<double> a, int n)
    {
        var (lu, _, sign) = Factor(a, n);
        var log = 0.0;
        for (var i = 0; i < n; i++)
        {
            sign *= Math.Sign(lu[(i * n) + i]);
            log += Math.Log(Math.Abs(lu[(i * n) + i]));
        }

        return (sign, log);
    }

    private static (double[] Values, int[] Order, double Sign) Factor(ReadOnlySpan<double> a, int n)
    {
        var (lu, order, sign) = (a.ToArray(), new int[n], 1.0);
        for (var i = 0; i < n; i++)
        {
            order[i] = i;
        }

        for (var k = 0; k < n; k++)
        {
            var best = Pivot(lu, k, n);
            if (best != k)
            {
                sign = -sign;
                (order[k], order[best]) = (order[best], order[k]);
                Swap(lu.AsSpan(k * n, n), lu.AsSpan(best * n, n));
            }

            Eliminate(lu, k, n);
        }

        return (lu, order, sign);
    }

    private static int Pivot(double[] lu, int k, int n)
    {
        var best = k;
        for (var i = k + 1; i < n; i++)
        {
            best = Math.Abs(lu[(i * n) + k]) > Math.Abs(lu[(best * n) + k]) ? i : best;
        }

        return best;
    }

    private static void Swap(Span<double> a, Span<double> b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            (a[i], b[i]) = (b[i], a[i]);
        }
    }

    private static void Eliminate(double[] lu, int k, int n)
    {
        for (var i = k + 1; i < n && lu[(k * n) + k] != 0; i++)
        {
            var factor = lu[(i * n) + k] /= lu[(k * n) + k];
            for (var j = k + 1; j < n; j++)
            {
                lu[(i * n) + j] -= factor * lu[(k * n) + j];
            }
        }
    }
}
