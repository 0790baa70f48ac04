namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>Where k-means begins.</summary>
internal static class StartingCentres
{
    /// <summary>k-means++ (Arthur and Vassilvitskii, SODA 2007): rows drawn with a probability in proportion to the squared
    /// distance to the nearest centre so far. Its centres are rows, so it stays where the rows are.</summary>
    public static double[] FromRows(MixtureRows rows, int components, int dimension, RandomStream random)
    {
        var centres = new double[components * dimension];
        var distances = Enumerable.Repeat(1.0, rows.Count).ToArray();
        for (var k = 0; k < components; k++)
        {
            // Fewer distinct rows than centres: every distance is 0, and any row is as good.
            var chosen = distances.Sum() > 0 ? random.NextIndex(distances) : random.NextInt(rows.Count);
            var centre = centres.AsSpan(k * dimension, dimension);
            rows.Row(chosen).CopyTo(centre);
            for (var row = 0; row < rows.Count; row++)
            {
                var distance = NearestCentre.SquaredDistance(rows.Row(row), centre);
                distances[row] = k == 0 ? distance : Math.Min(distances[row], distance);
            }
        }

        return centres;
    }

    /// <summary>Draws from the Gaussian of the prior's mean and covariance: needs no row, so that a server can make them.</summary>
    public static double[] FromMoments(MixturePrior prior, int components, RandomStream random)
    {
        var (d, factor) = (prior.Mean.Length, prior.Covariance.Cholesky().Factor);
        var centres = new double[components * d];
        for (var k = 0; k < components; k++)
        {
            GaussianDraw.Into(centres.AsSpan(k * d, d), prior.Mean, factor, random);
        }

        return centres;
    }
}
