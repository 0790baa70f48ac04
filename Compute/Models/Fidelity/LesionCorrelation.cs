using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>
/// Whether lesions still go together as they do: the correlation, over all pairs of lesions, between φ in the real and
/// φ in the synthetic table. Marginal scores do not see when this is lost. Two real halves give a ceiling, shuffled
/// columns 0.
/// </summary>
public static class LesionCorrelation
{
    /// <param name="real">The real rows.</param>
    /// <param name="synthetic">The invented rows.</param>
    /// <param name="lesions">Binary features, 3 or more.</param>
    /// <returns>-1..1; a lesion that does not occur in a table goes with nothing there: φ = 0.</returns>
    /// <exception cref="ArgumentException">Fewer than 3 lesions, or one that a table does not have.</exception>
    public static double Score(FeatureTable real, FeatureTable synthetic, IReadOnlyList<string> lesions) => lesions.Count >= 3
        ? Correlation.Pearson(Phis(real, lesions), Phis(synthetic, lesions))
        : throw new ArgumentException($"Expected 3 lesions or more, got {lesions.Count}.");

    /// <summary>Binary features of at least that frequency among the known values, in the table's order.</summary>
    public static IReadOnlyList<string> Frequent(FeatureTable table, double frequency) => [.. table.Schema.Features
        .Where(feature => feature.Type == FeatureType.Binary && table.Column(feature.Name).ToArray().Where(double.IsFinite).DefaultIfEmpty(0).Average() >= frequency)
        .Select(feature => feature.Name)];

    private static double[] Phis(FeatureTable table, IReadOnlyList<string> lesions)
    {
        double[][] columns = [.. lesions.Select(lesion => table.Column(lesion).ToArray())];
        return [.. from i in Enumerable.Range(0, columns.Length)
                   from j in Enumerable.Range(i + 1, columns.Length - i - 1)
                   let phi = Correlation.Pearson(columns[i], columns[j])
                   select double.IsNaN(phi) ? 0 : phi];
    }
}
