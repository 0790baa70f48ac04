namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>
/// The synthetic row nearest to each target by all features but one, for every such secret at once: a pair's distance is
/// computed once, and each secret takes its own part off. Never leaves the assembly.
/// </summary>
internal static class SecretNeighbours
{
    /// <param name="targets">[n]</param>
    /// <param name="synthetic">[m], 1 or more.</param>
    /// <param name="secrets">Of each secret, where its columns are.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>[secrets][n]; of several at one distance the first.</returns>
    public static int[][] Of(MixedRows targets, MixedRows synthetic, (bool IsNumber, int At)[][] secrets, CancellationToken cancellationToken)
    {
        int[][] nearest = [.. secrets.Select(_ => new int[targets.Count])];
        Parallel.For(0, targets.Count, new ParallelOptions { CancellationToken = cancellationToken }, row =>
        {
            Span<float> best = new float[secrets.Length];
            best.Fill(float.PositiveInfinity);
            for (var other = 0; other < synthetic.Count; other++)
            {
                var sum = targets.Sum(row, synthetic, other);
                for (var secret = 0; secret < secrets.Length; secret++)
                {
                    var known = sum - Secret(targets, row, synthetic, other, secrets[secret]);
                    if (known < best[secret])
                    {
                        (best[secret], nearest[secret][row]) = (known, other);
                    }
                }
            }
        });
        return nearest;
    }

    private static float Secret(MixedRows targets, int row, MixedRows synthetic, int other, (bool IsNumber, int At)[] places)
    {
        var part = 0f;
        foreach (var (isNumber, at) in places)
        {
            part += targets.Part(row, synthetic, other, isNumber, at);
        }

        return part;
    }
}
