using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Tabular;

/// <summary>From a table to the matrix of a layout; missing values are masked, not guessed.</summary>
internal static class TabularEncoder
{
    /// <exception cref="ArgumentException">A value is infinite, no category, or not 0/1: the message names the column;
    /// or the table's dictionary differs from the plan's.</exception>
    public static TabularRows Encode(TabularLayout layout, FeatureTable table)
    {
        var rows = new TabularRows(new float[table.Count * layout.Width], new float[table.Count * layout.Width], layout.Width);
        for (var i = 0; i < layout.Columns.Count; i++)
        {
            var column = layout.Columns[i];
            SchemaCheck.Same(column.Feature, table.Schema[column.Feature.Name]);
            var masksMinimum = column is { Kind: ColumnKind.Number } && layout.OffsetOf(column.Feature, ColumnRole.Minimum) is not null;
            EncodeColumn(column, layout.Offsets[i], table.Column(column.Feature.Name), rows, masksMinimum);
        }

        return rows;
    }

    private static void EncodeColumn(TabularColumn column, int offset, ReadOnlySpan<double> cells, TabularRows rows, bool masksMinimum)
    {
        var width = column.Feature.Width;
        for (var row = 0; row < rows.Count; row++)
        {
            var values = cells.Slice(row * width, width);
            var present = FeatureCells.IsPresent(column.Feature.Name, values, row);
            var start = (row * rows.Width) + offset;
            if (column.Role == ColumnRole.Missing || (present && !(masksMinimum && values[0] == column.Feature.Minimum)))
            {
                rows.Presence.AsSpan(start, column.Width).Fill(1);
                Write(column, present, values[column.Part], rows.Values.AsSpan(start, column.Width));
            }
        }
    }

    private static void Write(TabularColumn column, bool present, double value, Span<float> target)
    {
        switch (column.Kind)
        {
            case ColumnKind.Binary:
                target[0] = Flag(column, present, value);
                break;
            case ColumnKind.Category:
                target[Index(column, value, target.Length)] = 1;
                break;
            default:
                target[0] = (float)column.Scale.Apply(Number(column, value));
                break;
        }
    }

    private static float Flag(TabularColumn column, bool present, double value) => column.Role switch
    {
        ColumnRole.Missing => present ? 0 : 1,
        ColumnRole.Minimum => value == column.Feature.Minimum ? 1 : 0,
        _ => Index(column, value, 2),
    };

    private static double Number(TabularColumn column, double value) =>
        column.Feature.Type == FeatureType.Category ? Index(column, value, column.Feature.Categories.Count) : value;

    private static int Index(TabularColumn column, double value, int count) => value >= 0 && value < count && value == Math.Floor(value)
        ? (int)value
        : throw new ArgumentException($"Column '{column.Name}': expected an index 0..{count - 1}, got {value}.");
}
