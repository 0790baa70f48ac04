using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity;

/// <summary>One column as SDMetrics sees a table: continuous numbers, or discrete values; NaN where missing.</summary>
/// <param name="Name">The feature's, with <c>[i]</c> where it has several numbers.</param>
/// <param name="IsContinuous">False for binaries, categories and event flags.</param>
/// <param name="Real">[n]</param>
/// <param name="Synthetic">[m]</param>
internal sealed record FidelityColumn(string Name, bool IsContinuous, double[] Real, double[] Synthetic)
{
    /// <summary>The columns of two tables that the synthetic one has.</summary>
    /// <exception cref="ArgumentException">The real table lacks a feature or describes it otherwise; or a table has no rows.</exception>
    public static FidelityColumn[] Of(FeatureTable real, FeatureTable synthetic)
    {
        if (real.Count == 0 || synthetic.Count == 0)
        {
            throw new ArgumentException($"Fidelity compares tables with rows, got {real.Count} real and {synthetic.Count} synthetic.");
        }

        return [.. synthetic.Schema.Features.SelectMany(feature => Of(feature, real, synthetic))];
    }

    private static IEnumerable<FidelityColumn> Of(Feature feature, FeatureTable real, FeatureTable synthetic)
    {
        SchemaCheck.Same(feature, real.Schema[feature.Name]);
        for (var part = 0; part < feature.Width; part++)
        {
            var continuous = feature.Type is FeatureType.Continuous or FeatureType.Count or FeatureType.Vector
                || (feature.Type == FeatureType.TimeToEvent && part == 0);
            var name = feature.Width == 1 ? feature.Name : FormattableString.Invariant($"{feature.Name}[{part}]");
            yield return new FidelityColumn(name, continuous, Part(real, feature, part), Part(synthetic, feature, part));
        }
    }

    private static double[] Part(FeatureTable table, Feature feature, int part)
    {
        var column = table.Column(feature.Name);
        var values = new double[table.Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = column[(row * feature.Width) + part];
        }

        return values;
    }
}
