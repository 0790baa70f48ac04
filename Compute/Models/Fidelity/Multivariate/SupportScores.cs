using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;

/// <summary>
/// Alaa, van Breugel, Saveliev, van der Schaar, "How Faithful is your Synthetic Data?" (ICML 2022), in the space of the
/// columns (their embedding is the identity here). S_α of a sample is the ball about its mean that holds the share α of it.
/// P_α = share of synthetic rows in the real S_α. R_β = share of real rows whose nearest synthetic row is no farther than
/// their own k-th nearest real row, and in the ball about the synthetic mean that holds the share β of all such nearest
/// rows (as in the authors' own programs: in many columns nearest rows lie nearer to the mean than rows do). Both curves
/// are summed up as 1 - 2 ∫ |curve(t) - t| dt.
/// </summary>
/// <param name="Precision">α-precision, integrated: 1 where P_α = α.</param>
/// <param name="Recall">β-recall, integrated: 1 where R_β = β; compare with its value for two real samples.</param>
/// <param name="Authentic">Synthetic rows farther from their nearest real row than that is from its nearest real row; about half or more where none is remembered.</param>
internal sealed record SupportScores(double Precision, double Recall, Proportion Authentic)
{
    private const int Steps = 100;

    public static SupportScores Of(DenseRows real, DenseRows synthetic, int neighbours, double level, CancellationToken cancellationToken)
    {
        var centre = real.Mean();
        var among = NearestRecords.Of(real, real, neighbours, others: true, cancellationToken);
        return new SupportScores(
            Summary(synthetic.Distances(centre), real.Distances(centre)),
            Reached(real, synthetic, among, cancellationToken),
            Authenticity(real, synthetic, among, level, cancellationToken));
    }

    private static double Reached(DenseRows real, DenseRows synthetic, NearestRecords among, CancellationToken cancellationToken)
    {
        var nearest = NearestRecords.Of(real, synthetic, 1, cancellationToken: cancellationToken);
        var spread = synthetic.Distances(synthetic.Mean());
        double[] radii = [.. nearest.Indices.Select(row => spread[row])];
        return Summary([.. radii.Select((radius, row) => nearest.Distances[row] <= among.Distances[((row + 1) * among.Neighbours) - 1] ? radius : double.PositiveInfinity)], radii);
    }

    private static Proportion Authenticity(DenseRows real, DenseRows synthetic, NearestRecords among, double level, CancellationToken cancellationToken)
    {
        var nearest = NearestRecords.Of(synthetic, real, 1, cancellationToken: cancellationToken);
        var authentic = Enumerable.Range(0, synthetic.Count).Count(row => nearest.Distances[row] > among.Nearest(nearest.Indices[row]));
        return Proportion.Of(authentic, synthetic.Count, level);
    }

    /// <summary>1 - 2 ∫ |share of values within the quantile t of the reference - t| dt by trapezoids.</summary>
    private static double Summary(double[] values, double[] reference)
    {
        double[] sorted = [.. values.Order()];
        double[] quantiles = [.. reference.Order()];
        var area = 0.0;
        for (var step = 0; step <= Steps; step++)
        {
            var at = step / (double)Steps;
            var share = Within(sorted, Quantiles.Linear(quantiles, at)) / (double)sorted.Length;
            area += Math.Abs(share - at) / (step is 0 or Steps ? 2 : 1) / Steps;
        }

        return 1 - (2 * area);
    }

    private static int Within(double[] sorted, double limit)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] <= limit ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
