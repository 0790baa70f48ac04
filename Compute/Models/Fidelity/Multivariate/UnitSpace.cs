using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Multivariate;

/// <summary>
/// Mixed columns as coordinates in which a column's two ends are 1 apart: numbers in units of the real rows' range
/// (clamped to one range beyond it), flags 0 and 1, categories one-hot times √½ (a further one for missing). A missing
/// number or flag stands at the real rows' mean, 1 apart from the known ones along a coordinate of its own.
/// </summary>
internal sealed class UnitSpace
{
    private readonly UnitColumn[] _columns;

    private UnitSpace(UnitColumn[] columns) => _columns = columns;

    /// <summary>The space of the synthetic table's features.</summary>
    /// <exception cref="ArgumentException">The real table lacks a feature or describes it otherwise.</exception>
    public static UnitSpace Of(FeatureTable real, FeatureTable synthetic)
    {
        foreach (var feature in synthetic.Schema.Features)
        {
            SchemaCheck.Same(feature, real.Schema[feature.Name]);
        }

        return new UnitSpace([.. synthetic.Schema.Features.SelectMany(feature => MixedColumn.Of(feature, [real])).Select(column => UnitColumn.Of(column, real, synthetic))]);
    }

    public DenseRows Encode(FeatureTable table)
    {
        var columns = _columns.Sum(column => column.Width);
        var width = (columns + 7) / 8 * 8;
        var values = new float[table.Count * width];
        var offset = 0;
        foreach (var column in _columns)
        {
            var source = table.Column(column.Source.Feature.Name);
            for (var row = 0; row < table.Count; row++)
            {
                column.Write(source[(row * column.Source.Feature.Width) + column.Source.Part], row, values.AsSpan((row * width) + offset, column.Width));
            }

            offset += column.Width;
        }

        return new DenseRows(values, width, columns, table.Count);
    }
}
