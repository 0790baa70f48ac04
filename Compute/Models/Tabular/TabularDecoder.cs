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
        foreach (var (column, offset) in layout.Columns.Zip(layout.Offsets).Where(pair => pair.First.Role == ColumnRole.Value))
        {
            var values = columns[column.Feature.Name];
            for (var row = 0; row < rows.Count; row++)
            {
                values[(row * column.Feature.Width) + column.Part] = Value(column, rows[row].AsSpan(offset, column.Width));
            }
        }

        foreach (var feature in features)
        {
            Replace(columns[feature.Name], feature, layout.OffsetOf(feature, ColumnRole.Minimum), feature.Minimum ?? double.NaN, rows);
            Replace(columns[feature.Name], feature, layout.OffsetOf(feature, ColumnRole.Missing), double.NaN, rows);
        }

        var ids = Enumerable.Range(1, rows.Count).Select(row => string.Create(CultureInfo.InvariantCulture, $"synthetic-{row:D6}"));
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

    /// <summary>Where the flag at an offset is 1, all of the feature's numbers become another.</summary>
    private static void Replace(double[] values, Feature feature, int? offset, double by, IReadOnlyList<float[]> rows)
    {
        for (var row = 0; offset is { } flag && row < rows.Count; row++)
        {
            if (rows[row][flag] == 1)
            {
                values.AsSpan(row * feature.Width, feature.Width).Fill(by);
            }
        }
    }
}
