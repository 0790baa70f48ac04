namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>What a contingency table looks like to somebody who knows smaller ones of the same patients.</summary>
internal static class ExpectedTable
{
    /// <summary>Passes of the fit: enough for a table that is only to fill gaps.</summary>
    private const int Passes = 8;

    /// <summary>Two variables that know nothing of each other.</summary>
    /// <param name="first">Shares of the states of one, [a].</param>
    /// <param name="second">Of the other, [b].</param>
    /// <returns>[a × b]</returns>
    public static double[] Independent(double[] first, double[] second) => [.. first.SelectMany(p => second.Select(q => p * q))];

    /// <summary>
    /// The distribution of largest entropy with the given tables of pairs, by iterative proportional fitting (Deming,
    /// Stephan, Annals of Mathematical Statistics 1940).
    /// </summary>
    /// <param name="states">Of each variable.</param>
    /// <param name="pair">Counts of variables i &lt; j, [states i × states j].</param>
    /// <returns>Row-major, the last variable fastest.</returns>
    public static double[] FromPairs(int[] states, Func<int, int, long[]> pair)
    {
        var size = states.Aggregate(1, (product, count) => product * count);
        var table = Enumerable.Repeat(1.0 / size, size).ToArray();
        var (targets, cells) = (new List<double[]>(), new List<int[]>());
        for (var i = 0; i < states.Length; i++)
        {
            for (var j = i + 1; j < states.Length; j++)
            {
                var counts = pair(i, j);
                targets.Add([.. counts.Select(count => count / (double)Math.Max(1, counts.Sum()))]);
                cells.Add(PairCells(states, i, j));
            }
        }

        for (var pass = 0; pass < Passes; pass++)
        {
            for (var p = 0; p < targets.Count; p++)
            {
                Fit(table, targets[p], cells[p]);
            }
        }

        return table;
    }

    private static void Fit(double[] table, double[] target, int[] cells)
    {
        var sums = new double[target.Length];
        for (var at = 0; at < table.Length; at++)
        {
            sums[cells[at]] += table[at];
        }

        for (var at = 0; at < table.Length; at++)
        {
            table[at] *= sums[cells[at]] > 0 ? target[cells[at]] / sums[cells[at]] : 0;
        }
    }

    /// <summary>For each cell of the table the cell of the pair's that it is part of.</summary>
    private static int[] PairCells(int[] states, int i, int j)
    {
        var cells = new int[states.Aggregate(1, (product, count) => product * count)];
        var (strideI, strideJ) = (Stride(states, i), Stride(states, j));
        for (var at = 0; at < cells.Length; at++)
        {
            cells[at] = (at / strideI % states[i] * states[j]) + (at / strideJ % states[j]);
        }

        return cells;
    }

    private static int Stride(int[] states, int variable) => states[(variable + 1)..].Aggregate(1, (product, count) => product * count);
}
