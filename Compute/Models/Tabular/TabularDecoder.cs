using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Tabular;

/// <summary>From generated rows of a layout's matrix back to a table: the inverse of <see cref="TabularEncoder"/>.</summary>
internal static class TabularDecoder
{
    /// <param name="layout">Of the rows.</param>
    /// <param name="features">The table's features, each of which the layout has.</param>
    /// <param name="rows">Each [width]: z-scores, 0/1, one-hot.</param>
    /// <param name="schema">Names the guide and its version.</param>
    public static FeatureTable Decode(TabularLayout layout, IReadOnlyList<Feature> features, IReadOnlyList<float[]> rows, FeatureSchema schema)
    {
        var columns = features.ToDictionary(feature => feature.Name, feature => new double[rows.Count * feature.Width]);
        foreach (var (column, offset) in layout.Columns.Zip(layout.Offsets).Where(pair => !pair.First.Indicator))
        {
            var values = columns[column.Feature.Name];
            for (var row = 0; row < rows.Count; row++)
            {
                values[(row * column.Feature.Width) + column.Part] = Value(column, rows[row].AsSpan(offset, column.Width));
            }
        }

        foreach (var (column, offset) in layout.Columns.Zip(layout.Offsets).Where(pair => pair.First.Indicator))
        {
            Remove(columns[column.Feature.Name], column.Feature.Width, rows, offset);
        }

        var ids = Enumerable.Range(1, rows.Count).Select(row => row.ToString("'synthetic-'D6", CultureInfo.InvariantCulture));
        return new FeatureTable(schema with { Features = features }, [.. ids], columns);
    }

    /// <summary>The value of a column in its feature's unit.</summary>
    public static double Value(TabularColumn column, ReadOnlySpan<float> encoded) => column.Kind switch
    {
        ColumnKind.Number when column.Feature.Type == FeatureType.Count => Math.Round(column.Scale.Invert(encoded[0])),
        ColumnKind.Number => column.Scale.Invert(encoded[0]),
        ColumnKind.Category => encoded.IndexOf(1f),
        _ => encoded[0],
    };

    private static void Remove(double[] values, int width, IReadOnlyList<float[]> rows, int offset)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row][offset] == 1)
            {
                values.AsSpan(row * width, width).Fill(double.NaN);
            }
        }
    }
}
