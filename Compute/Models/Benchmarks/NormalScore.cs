using MathNet.Numerics.Distributions;

namespace GenoMed.Fhir.Compute.Models.Benchmarks;

/// <summary>Van der Waerden's normal scores: Φ⁻¹( rank / (n + 1) ), ties at their mean rank.</summary>
internal static class NormalScore
{
    /// <param name="sorted">The values that give the ranks, ascending, [n].</param>
    /// <param name="value">Any value; below the least or above the greatest it has the score of half a rank.</param>
    public static double Of(double[] sorted, double value)
    {
        var (below, upTo) = (Count(sorted, other => other < value), Count(sorted, other => other <= value));
        var rank = ((below + upTo) / 2.0) + 0.5;
        return Normal.InvCDF(0, 1, rank / (sorted.Length + 1));
    }

    /// <summary>How many leading values of an ascending array are so.</summary>
    private static int Count(double[] sorted, Func<double, bool> holds)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(sorted[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
