using GenoMed.Fhir.Compute.Models.Tabular;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>Patients as the networks see them.</summary>
/// <param name="Values">[n × width]; 0 where missing.</param>
/// <param name="Presence">[n × width]: 0 where a value is missing that no column tells of, else 1.</param>
/// <param name="Width">Of the layout.</param>
internal sealed record EncodedRows(float[] Values, float[] Presence, int Width)
{
    public int Count => Values.Length / Width;

    /// <param name="layout">The columns.</param>
    /// <param name="modes">Of each number.</param>
    /// <param name="rows">The table.</param>
    /// <param name="random">Draws the modes.</param>
    public static EncodedRows Of(CtGanLayout layout, IReadOnlyList<NumberModes> modes, TabularRows rows, RandomStream random)
    {
        var flags = new ColumnFlags(layout.Table);
        var encoded = new EncodedRows(new float[rows.Count * layout.Width], new float[rows.Count * layout.Width], layout.Width);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < layout.Table.Columns.Count; column++)
            {
                var at = (row * rows.Width) + layout.Table.Offsets[column];
                Encode(layout, modes, column, rows.Values.AsSpan(at, layout.Table.Columns[column].Width), rows.Presence[at] == 1, encoded.Row(encoded.Values, row), random);
                var known = rows.Presence[at] == 1 || flags.Tell(column, rows.Presence.AsSpan(row * rows.Width, rows.Width));
                Mark(layout, column, known, encoded.Row(encoded.Presence, row));
            }
        }

        return encoded;
    }

    /// <summary>The rows at the given positions of one of the matrices.</summary>
    public float[] Pick(float[] matrix, ReadOnlySpan<int> rows)
    {
        var picked = new float[rows.Length * Width];
        for (var i = 0; i < rows.Length; i++)
        {
            matrix.AsSpan(rows[i] * Width, Width).CopyTo(picked.AsSpan(i * Width));
        }

        return picked;
    }

    private Span<float> Row(float[] matrix, int row) => matrix.AsSpan(row * Width, Width);

    private static void Encode(
        CtGanLayout layout, IReadOnlyList<NumberModes> modes, int column, ReadOnlySpan<float> values, bool present, Span<float> target, RandomStream random)
    {
        if (!present)
        {
            return;
        }

        switch (layout.Table.Columns[column].Kind)
        {
            case ColumnKind.Number:
                var mode = modes[column].Draw(values[0], random);
                target[column] = modes[column].Encode(values[0], mode);
                target[layout.ModeOffset + (column * layout.Modes) + mode] = 1;
                break;
            case ColumnKind.Binary:
                target[layout.Start(column) + (int)values[0]] = 1;
                break;
            default:
                values.CopyTo(target[layout.Start(column)..]);
                break;
        }
    }

    private static void Mark(CtGanLayout layout, int column, bool known, Span<float> presence)
    {
        foreach (var at in layout.ColumnsOf(column))
        {
            presence[at] = known ? 1 : 0;
        }
    }
}
