namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>Benjamini and Hochberg, J. R. Stat. Soc. B 1995: which of many tests stand.</summary>
public static class FalseDiscovery
{
    /// <summary>Adjusted p values in the order of the given ones (R's <c>p.adjust(method = "BH")</c>).</summary>
    /// <param name="p">Each 0..1.</param>
    public static double[] Adjust(IReadOnlyList<double> p)
    {
        var (adjusted, least) = (new double[p.Count], 1.0);
        var rank = p.Count;
        foreach (var i in Enumerable.Range(0, p.Count).OrderByDescending(i => p[i]))
        {
            least = Math.Min(least, p[i] * p.Count / rank--);
            adjusted[i] = least;
        }

        return adjusted;
    }
}
