namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>Quantiles of sorted numbers.</summary>
internal static class Quantiles
{
    /// <summary>Linear between order statistics: type 7 of Hyndman and Fan (Am. Stat. 50, 1996), numpy's default.</summary>
    /// <param name="sorted">Ascending, 1 or more.</param>
    /// <param name="share">0..1</param>
    public static double Linear(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var low = Math.Min((int)at, sorted.Length - 1);
        return low + 1 < sorted.Length ? sorted[low] + ((at - low) * (sorted[low + 1] - sorted[low])) : sorted[^1];
    }
}
