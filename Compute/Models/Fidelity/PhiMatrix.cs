using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>
/// Which lesions come together and which exclude each other: φ (Pearson's correlation of two binaries) of every pair.
/// Marginal scores do not see whether a generator keeps it.
/// </summary>
public static class PhiMatrix
{
    /// <summary>φ of each pair i &lt; j over the patients that have both; 0 where one of the two never varies.</summary>
    /// <param name="table">The patients.</param>
    /// <param name="features">Binary features, 2 or more.</param>
    /// <returns>Pairs in the order (0,1), (0,2), ..., (1,2), ...</returns>
    /// <exception cref="ArgumentException">A feature is not binary.</exception>
    public static double[] Of(FeatureTable table, IReadOnlyList<string> features)
    {
        var columns = features.Select(name => Binary(table, name)).ToArray();
        var pairs = new List<double>();
        for (var i = 0; i < columns.Length; i++)
        {
            for (var j = i + 1; j < columns.Length; j++)
            {
                var phi = PairTrend.Pearson(columns[i], columns[j]);
                pairs.Add(double.IsNaN(phi) ? 0 : phi);
            }
        }

        return [.. pairs];
    }

    /// <summary>Pearson's correlation of two tables' φ over all pairs: 1 for the same genetics, about 0 for independent columns.</summary>
    /// <exception cref="ArgumentException">A feature is not binary, or there are fewer than three.</exception>
    public static double Correlation(FeatureTable real, FeatureTable synthetic, IReadOnlyList<string> features)
    {
        if (features.Count < 3)
        {
            throw new ArgumentException($"A correlation of φ needs three features or more, got {features.Count}.");
        }

        var correlation = PairTrend.Pearson(Of(real, features), Of(synthetic, features));
        return double.IsNaN(correlation) ? 0 : correlation;
    }

    /// <summary>Binary features of at least that frequency among the known values, in the table's order.</summary>
    public static IReadOnlyList<string> Frequent(FeatureTable table, double frequency) => [.. table.Schema.Features
        .Where(feature => feature.Type == FeatureType.Binary
            && table.Column(feature.Name).ToArray().Where(value => !double.IsNaN(value)).DefaultIfEmpty(0).Average() >= frequency)
        .Select(feature => feature.Name)];

    private static double[] Binary(FeatureTable table, string name) => table.Schema[name].Type == FeatureType.Binary
        ? [.. table.Column(name)]
        : throw new ArgumentException($"'{name}' is {table.Schema[name].Type}: φ is of binary features.");
}
