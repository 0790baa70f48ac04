namespace GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;

/// <summary>
/// Maximum mean discrepancy (Gretton, Borgwardt, Rasch, Schölkopf, Smola, JMLR 13, 2012): the squared distance of two
/// samples' means in the feature space of k(x, y) = exp(-‖x - y‖² / 2σ²), by the unbiased estimator of lemma 6:
/// mean of k over pairs of one + that of the other - 2 · mean over pairs across. About 0, also below, where both are alike.
/// </summary>
internal static class MeanDiscrepancy
{
    private const int BandwidthRows = 1000;

    /// <summary>MMD², unbiased.</summary>
    /// <param name="real">[m], 2 or more.</param>
    /// <param name="synthetic">[n], 2 or more.</param>
    /// <param name="bandwidth">σ above 0.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static double Squared(DenseRows real, DenseRows synthetic, double bandwidth, CancellationToken cancellationToken)
    {
        var scale = -1 / (2 * bandwidth * bandwidth);
        double Within(DenseRows rows) => 2 * Kernel(rows, rows, true, scale, cancellationToken) / ((double)rows.Count * (rows.Count - 1));
        return Within(real) + Within(synthetic) - (2 * Kernel(real, synthetic, false, scale, cancellationToken) / ((double)real.Count * synthetic.Count));
    }

    /// <summary>The median heuristic: the median distance of two rows of both tables together, of at most 1000 of them drawn by the seed.</summary>
    public static double Bandwidth(DenseRows real, DenseRows synthetic, long seed)
    {
        var drawn = new RowShuffle(seed).Next(real.Count + synthetic.Count).Take(BandwidthRows).Order()
            .Select(row => row < real.Count ? (Rows: real, Row: row) : (Rows: synthetic, Row: row - real.Count)).ToArray();
        var distances = new List<float>(drawn.Length * (drawn.Length - 1) / 2);
        for (var i = 0; i < drawn.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                distances.Add(drawn[i].Rows.Sum(drawn[i].Row, drawn[j].Rows, drawn[j].Row));
            }
        }

        distances.Sort();
        var middle = (Math.Sqrt(distances[(distances.Count - 1) / 2]) + Math.Sqrt(distances[distances.Count / 2])) / 2;
        return middle > 0 ? middle : 1;
    }

    // Each row's sum has its own place and they are added in order: the threads do not show.
    private static double Kernel(DenseRows rows, DenseRows others, bool below, double scale, CancellationToken cancellationToken)
    {
        var sums = new double[rows.Count];
        Parallel.For(0, rows.Count, new ParallelOptions { CancellationToken = cancellationToken }, row =>
        {
            var sum = 0.0;
            for (var other = 0; other < (below ? row : others.Count); other++)
            {
                sum += Math.Exp(scale * rows.Sum(row, others, other));
            }

            sums[row] = sum;
        });
        return sums.Sum();
    }
}
