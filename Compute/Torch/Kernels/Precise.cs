namespace TorchSharp.Kernels;

/// <summary>exp(x) − 1 and log(1 + x) without cancellation near 0 (Kahan's corrections).</summary>
internal static class Precise
{
    internal static double Expm1(double x)
    {
        if (Math.Abs(x) < 1e-5)
        {
            return x + (x * x / 2) + (x * x * x / 6);
        }

        var u = Math.Exp(x);
        var less = u - 1;
        return less == -1 || double.IsInfinity(u) || Math.Abs(x) > 1 ? less : less * x / Math.Log(u);
    }

    internal static double Log1p(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) || u <= 0 ? Math.Log(u) : Math.Log(u) * x / (u - 1);
    }
}
