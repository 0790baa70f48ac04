namespace GenoMed.Fhir.Compute.Models.Mixtures;

/// <summary>Euclidean nearness.</summary>
internal static class NearestCentre
{
    /// <summary>The first of the centres [K × d] that are nearest to a row [d].</summary>
    public static int Of(ReadOnlySpan<double> row, ReadOnlySpan<double> centres)
    {
        var (nearest, best) = (0, double.PositiveInfinity);
        for (var k = 0; k < centres.Length / row.Length; k++)
        {
            var distance = SquaredDistance(row, centres.Slice(k * row.Length, row.Length));
            if (distance < best)
            {
                (nearest, best) = (k, distance);
            }
        }

        return nearest;
    }

    public static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return sum;
    }
}
