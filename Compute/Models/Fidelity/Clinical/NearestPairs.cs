namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>
/// Greedy one-to-one matching on a score within a caliper, without replacement (Austin, Pharm. Stat. 10, 2011): the treated are
/// served from the highest score down, equal ones by row.
/// </summary>
internal static class NearestPairs
{
    /// <param name="treated">Their scores.</param>
    /// <param name="candidates">The candidates' scores.</param>
    /// <param name="caliper">The farthest that two may be apart.</param>
    /// <returns>Rows of both, in the order of matching.</returns>
    public static IReadOnlyList<(int Treated, int Control)> Of(double[] treated, double[] candidates, double caliper)
    {
        var pairs = new List<(int Treated, int Control)>(treated.Length);
        var taken = new bool[candidates.Length];
        foreach (var row in Enumerable.Range(0, treated.Length).OrderByDescending(row => treated[row]).ThenBy(row => row))
        {
            var nearest = Nearest(treated[row], candidates, taken, caliper);
            if (nearest >= 0)
            {
                taken[nearest] = true;
                pairs.Add((row, nearest));
            }
        }

        return pairs;
    }

    private static int Nearest(double score, double[] candidates, bool[] taken, double caliper)
    {
        var (nearest, distance) = (-1, double.PositiveInfinity);
        for (var row = 0; row < candidates.Length; row++)
        {
            var here = Math.Abs(candidates[row] - score);
            if (!taken[row] && here <= caliper && here < distance)
            {
                (nearest, distance) = (row, here);
            }
        }

        return nearest;
    }
}
