using GenoMed.Fhir.Compute.Models.Tabular;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>For each column of a table which flags, where they are 1, say that it is empty.</summary>
internal sealed class ColumnFlags
{
    private readonly int?[] _missing;
    private readonly int?[] _minimum;

    public ColumnFlags(TabularLayout table)
    {
        _missing = [.. table.Columns.Select(column => column.Role == ColumnRole.Missing ? null : table.OffsetOf(column.Feature, ColumnRole.Missing))];
        _minimum = [.. table.Columns.Select(column => column.Kind == ColumnKind.Number ? table.OffsetOf(column.Feature, ColumnRole.Minimum) : null)];
        Columns = [.. table.Columns.Select((_, i) => new[] { _missing[i], _minimum[i] }.OfType<int>().Select(offset => ColumnAt(table, offset)).ToArray())];
    }

    /// <summary>The flags' columns of each column.</summary>
    public IReadOnlyList<int[]> Columns { get; }

    /// <summary>Whether a column that is empty in a row is so by one of its flags.</summary>
    /// <param name="column">The column.</param>
    /// <param name="presence">Of the row, [width].</param>
    public bool Tell(int column, ReadOnlySpan<float> presence) =>
        _missing[column] is not null || (_minimum[column] is { } minimum && presence[minimum] == 1);

    private static int ColumnAt(TabularLayout table, int offset) => Enumerable.Range(0, table.Columns.Count).First(i => table.Offsets[i] == offset);
}
