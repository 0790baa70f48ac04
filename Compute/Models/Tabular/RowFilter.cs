using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Tabular;

/// <summary>Which generated rows are kept: no number outside its feature's range, every condition met.</summary>
internal sealed class RowFilter
{
    private readonly TabularLayout _layout;
    private readonly IReadOnlyDictionary<string, double> _conditions;

    /// <summary>For each column the flags that, at 1, stand in for its value.</summary>
    private readonly int[][] _flags;

    /// <exception cref="ArgumentException">A condition names no binary feature or category of the layout, or no value of it.</exception>
    public RowFilter(TabularLayout layout, IReadOnlyDictionary<string, double>? conditions)
    {
        (_layout, _conditions) = (layout, conditions ?? new Dictionary<string, double>());
        _flags = [.. layout.Columns.Select(column => Flags(column).OfType<int>().ToArray())];
        foreach (var (feature, value) in _conditions)
        {
            Check(Column(layout, feature), value);
        }
    }

    /// <summary>The column of a binary feature or category.</summary>
    /// <exception cref="ArgumentException">The feature is of another type, or not in the layout.</exception>
    public static TabularColumn Column(TabularLayout layout, string feature) =>
        layout.Columns.FirstOrDefault(column => column.Feature.Name == feature && column is { Kind: not ColumnKind.Number, Role: ColumnRole.Value, Feature.Type: not FeatureType.TimeToEvent })
            ?? throw new ArgumentException($"Condition '{feature}': expected a binary feature or a category among the inputs.");

    /// <param name="row">[width]</param>
    public bool Keeps(ReadOnlySpan<float> row)
    {
        for (var i = 0; i < _layout.Columns.Count; i++)
        {
            var column = _layout.Columns[i];
            if (column.Role == ColumnRole.Value && !Fits(column, row.Slice(_layout.Offsets[i], column.Width), Stands(_flags[i], row)))
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<int?> Flags(TabularColumn column) =>
        [_layout.OffsetOf(column.Feature, ColumnRole.Missing), _layout.OffsetOf(column.Feature, ColumnRole.Minimum)];

    private bool Fits(TabularColumn column, ReadOnlySpan<float> encoded, bool replaced) => column.Kind == ColumnKind.Number
        ? replaced || NumberRange.Contains(column, encoded)
        : !_conditions.TryGetValue(column.Feature.Name, out var wanted) || (!replaced && TabularDecoder.Value(column, encoded) == wanted);

    private static bool Stands(int[] flags, ReadOnlySpan<float> row)
    {
        foreach (var flag in flags)
        {
            if (row[flag] == 1)
            {
                return true;
            }
        }

        return false;
    }

    private static void Check(TabularColumn column, double value)
    {
        var codes = column.Kind == ColumnKind.Binary ? 2 : column.Width;
        if (value != Math.Floor(value) || value < 0 || value >= codes)
        {
            throw new ArgumentException($"Condition '{column.Name}': expected an index 0..{codes - 1}, got {value}.");
        }
    }
}
