namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>Leaves out the columns that are sums of multiples of those before them and of a constant (Gram and Schmidt).</summary>
internal static class IndependentColumns
{
    /// <summary>Share of a column's variance below which what the others leave of it is rounding.</summary>
    private const double Rounding = 1e-10;

    /// <param name="names">In the order in which they are kept.</param>
    /// <param name="column">The values of one, all known; as many of each.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> names, Func<string, double[]> column)
    {
        var (kept, directions) = (new List<string>(), new List<double[]>());
        foreach (var name in names)
        {
            var centred = Centred(column(name));
            var rest = directions.Aggregate(centred, Without);
            if (Product(rest, rest) > Rounding * Product(centred, centred))
            {
                kept.Add(name);
                directions.Add(rest);
            }
        }

        return kept;
    }

    private static double[] Centred(double[] values)
    {
        var mean = values.DefaultIfEmpty(0).Average();
        return [.. values.Select(value => value - mean)];
    }

    private static double[] Without(double[] values, double[] direction)
    {
        var share = Product(values, direction) / Product(direction, direction);
        return [.. values.Zip(direction, (value, along) => value - (share * along))];
    }

    private static double Product(double[] left, double[] right) => left.Zip(right, (a, b) => a * b).Sum();
}
