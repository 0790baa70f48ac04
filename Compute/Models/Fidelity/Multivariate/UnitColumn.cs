using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;

/// <summary>One column of a table as coordinates: a number or a flag (with an indicator where some are missing), or a category.</summary>
/// <param name="Source">The column, with the real rows' range.</param>
/// <param name="Stand">What stands for a missing number or flag: the real rows' mean in units of the range.</param>
/// <param name="Missing">Whether a row of either table lacks it.</param>
internal sealed record UnitColumn(MixedColumn Source, float Stand, bool Missing)
{
    private static readonly float HalfStep = (float)Math.Sqrt(0.5);

    /// <summary>How many coordinates.</summary>
    public int Width => (IsCategory ? Source.Feature.Categories.Count : 1) + (Missing ? 1 : 0);

    private bool IsCategory => Source.Feature.Type == FeatureType.Category;

    public static UnitColumn Of(MixedColumn source, FeatureTable real, FeatureTable synthetic)
    {
        var known = Values(source, real).Where(value => !double.IsNaN(value)).ToArray();
        var stand = known.Length > 0 ? (known.Average() - source.Minimum) / source.Range : 0;
        return new UnitColumn(source, (float)stand, Values(source, real).Concat(Values(source, synthetic)).Any(double.IsNaN));
    }

    /// <summary>Writes a value's coordinates into zeros, [Width].</summary>
    /// <exception cref="ArgumentException">It is infinite, or no category.</exception>
    public void Write(double value, int row, Span<float> target)
    {
        if (double.IsInfinity(value))
        {
            throw new ArgumentException($"Column '{Source.Feature.Name}' is infinite in row {row}.");
        }

        if (IsCategory)
        {
            target[double.IsNaN(value) ? Source.Feature.Categories.Count : Index(value, row)] = HalfStep;
            return;
        }

        target[0] = double.IsNaN(value) ? Stand : (float)Math.Clamp((value - Source.Minimum) / Source.Range, -1, 2);
        if (Missing)
        {
            target[1] = double.IsNaN(value) ? 1 : 0;
        }
    }

    private int Index(double value, int row) => value >= 0 && value < Source.Feature.Categories.Count && value == Math.Floor(value)
        ? (int)value
        : throw new ArgumentException($"Column '{Source.Feature.Name}', row {row}: expected an index 0..{Source.Feature.Categories.Count - 1}, got {value}.");

    private static IEnumerable<double> Values(MixedColumn source, FeatureTable table) =>
        table.Column(source.Feature.Name).ToArray().Where((_, at) => at % source.Feature.Width == source.Part);
}
