namespace TorchSharp.Kernels;

/// <summary>The gamma function's relatives and the error function, in double (DLMF chapters 5, 7 and 25).</summary>
internal static class SpecialFunctions
{
    // Where Stirling's series with the terms below is exact to double precision.
    private const double StirlingFrom = 12;
    private const double ContinuedFractionFrom = 2.5;

    private static readonly double[] Bernoulli =
        [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510, 43867.0 / 798, -174611.0 / 330];

    /// <summary>ln |Γ(x)|; infinite at 0, −1, −2, ….</summary>
    internal static double Lgamma(double x)
    {
        if (x <= 0)
        {
            return x == Math.Floor(x) ? double.PositiveInfinity : Math.Log(Math.PI / Math.Abs(Math.Sin(Math.PI * x))) - Lgamma(1 - x);
        }

        var product = 1.0;
        for (; x < StirlingFrom; x++)
        {
            product *= x;
        }

        return double.IsPositiveInfinity(x) ? x : Stirling(x) - Math.Log(product);
    }

    /// <summary>ψ(x) = d ln Γ(x) / dx; NaN at −1, −2, … and −∞ at 0.</summary>
    internal static double Digamma(double x)
    {
        if (x <= 0)
        {
            return x == 0 ? double.NegativeInfinity : x == Math.Floor(x) ? double.NaN : Digamma(1 - x) - (Math.PI / Math.Tan(Math.PI * x));
        }

        var sum = 0.0;
        for (; x < StirlingFrom; x++)
        {
            sum -= 1 / x;
        }

        return sum + Math.Log(x) - (1 / (2 * x)) - Series(x * x, (b, k) => b / (2 * k)) / (x * x);
    }

    /// <summary>The n-th derivative of ψ, n ≥ 1: (−1)ⁿ⁺¹ n! ζ(n + 1, x).</summary>
    internal static double Polygamma(int n, double x)
    {
        if (x <= 0 && x == Math.Floor(x))
        {
            return n % 2 == 1 ? double.PositiveInfinity : double.NaN;
        }

        var factorial = Enumerable.Range(1, n).Aggregate(1.0, (product, i) => product * i);
        return (n % 2 == 1 ? factorial : -factorial) * Zeta(n + 1, x);
    }

    /// <summary>2/√π ∫₀ˣ exp(−t²) dt.</summary>
    internal static double Erf(double x) => Math.Abs(x) < ContinuedFractionFrom ? ErfSeries(x) : Math.Sign(x) * (1 - ErfcFraction(Math.Abs(x)));

    /// <summary>1 − erf x, without cancellation for large x.</summary>
    internal static double Erfc(double x) => x < ContinuedFractionFrom ? 1 - Erf(x) : ErfcFraction(x);

    private static double Stirling(double x) =>
        ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (Series(x * x, (b, k) => b / (2 * k * ((2 * k) - 1))) / x);

    /// <summary>Σ term(B₂ₖ, k) / x²⁽ᵏ⁻¹⁾, from the smallest term.</summary>
    private static double Series(double square, Func<double, int, double> term)
    {
        var sum = 0.0;
        for (var k = Bernoulli.Length; k >= 1; k--)
        {
            sum = (sum / square) + term(Bernoulli[k - 1], k);
        }

        return sum;
    }

    /// <summary>Hurwitz's ζ(s, x) by Euler and Maclaurin's summation.</summary>
    private static double Zeta(int s, double x)
    {
        var sum = 0.0;
        for (; x < StirlingFrom + s; x++)
        {
            sum += Math.Pow(x, -s);
        }

        sum += (Math.Pow(x, 1 - s) / (s - 1)) + (0.5 * Math.Pow(x, -s));
        var rising = s * Math.Pow(x, -s - 1) / 2;
        for (var k = 1; k <= Bernoulli.Length; k++)
        {
            sum += Bernoulli[k - 1] * rising;
            rising *= (s + (2 * k) - 1) * (s + (2 * k)) / (((2 * k) + 1) * ((2 * k) + 2) * x * x);
        }

        return sum;
    }

    // 2/√π exp(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (2n + 1)!!, whose terms are all of one sign.
    private static double ErfSeries(double x)
    {
        var (term, sum) = (x, x);
        for (var n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    private static double ErfcFraction(double x)
    {
        const int Depth = 60;
        if (double.IsNaN(x) || x > 27.5)
        {
            return double.IsNaN(x) ? x : 0;
        }

        var tail = x;
        for (var k = Depth; k >= 1; k--)
        {
            tail = x + (k / 2.0 / tail);
        }

        return Math.Exp(-x * x) / (tail * Math.Sqrt(Math.PI));
    }
}
