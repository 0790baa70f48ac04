using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>
/// What a node tells of a contingency table without telling of fewer than k patients. Cells of 1..k-1, and as many more as
/// it takes until they hold k together, share their patients as the tables that everybody knows already would have it.
/// Every other cell is exact, the total is, and an impossible combination stays empty.
/// </summary>
internal static class ToldTable
{
    /// <param name="cells">The node's counts.</param>
    /// <param name="k">The smallest cell that may be told.</param>
    /// <param name="expected">Asked only where something is hidden: a distribution over the cells.</param>
    public static long[] Of(IReadOnlyList<long> cells, int k, Func<double[]> expected)
    {
        var told = SmallGroups.Suppress([.. cells.Select(count => (int)count)], k);
        int[] hidden = [.. Enumerable.Range(0, told.Length).Where(cell => told[cell] is null)];
        if (hidden.Length == 0)
        {
            return [.. cells];
        }

        var result = told.Select(count => (long)(count ?? 0)).ToArray();
        var shares = Shared(hidden, expected());
        var filled = WholeNumbers.Of([.. shares.Select(share => share * hidden.Sum(cell => cells[cell]))]);
        for (var i = 0; i < hidden.Length; i++)
        {
            result[hidden[i]] = filled[i];
        }

        return result;
    }

    private static double[] Shared(int[] hidden, double[] expected)
    {
        var total = hidden.Sum(cell => expected[cell]);
        return [.. hidden.Select(cell => total > 0 ? expected[cell] / total : 1.0 / hidden.Length)];
    }
}
