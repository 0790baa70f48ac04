using MathNet.Numerics;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>Two lesions in one group of patients.</summary>
/// <param name="Both">Patients with both.</param>
/// <param name="First">With the first only.</param>
/// <param name="Second">With the second only.</param>
/// <param name="Neither">With neither.</param>
public sealed record LesionPair(long Both, long First, long Second, long Neither)
{
    internal static LesionPair Of(long[] cells) => new(cells[0], cells[1], cells[2], cells[3]);

    /// <summary>Patients with both known.</summary>
    public long Count => Both + First + Second + Neither;

    /// <summary>How many would have both if the lesions came independently.</summary>
    public double Expected => Count == 0 ? 0 : (Both + First) * (double)(Both + Second) / Count;

    /// <summary>φ; 0 where one of the two never varies.</summary>
    public double Phi
    {
        get
        {
            var (a, b, n) = ((double)(Both + First), (double)(Both + Second), (double)Count);
            var spread = a * (n - a) * b * (n - b);
            return spread > 0 ? ((n * Both) - (a * b)) / Math.Sqrt(spread) : 0;
        }
    }

    /// <summary>1 where the two come together more often than by chance, -1 where less often.</summary>
    public int Sign => Math.Sign(Both - Expected);

    /// <summary>Log odds ratio with half a patient added to each cell (Haldane and Anscombe).</summary>
    public double LogOddsRatio => Math.Log((Both + 0.5) * (Neither + 0.5) / ((First + 0.5) * (Second + 0.5)));

    /// <summary>Two-sided p of Fisher's exact test: all tables of the same margins that are no likelier than this one.</summary>
    public double FisherP()
    {
        var (a, b, n) = (Both + First, Both + Second, Count);
        var (low, high) = (Math.Max(0, a + b - n), Math.Min(a, b));
        var here = LogProbability(Both, a, b, n);
        var sum = 0.0;
        for (var both = low; both <= high; both++)
        {
            var log = LogProbability(both, a, b, n);
            // R's fisher.test: a table counts as no likelier within a relative error of 1e-7.
            sum += log <= here + 1e-7 ? Math.Exp(log) : 0;
        }

        return Math.Min(1, sum);
    }

    private static double LogProbability(long both, long a, long b, long n) =>
        LogChoose(a, both) + LogChoose(n - a, b - both) - LogChoose(n, b);

    private static double LogChoose(long n, long k) => SpecialFunctions.GammaLn(n + 1) - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(n - k + 1);
}
