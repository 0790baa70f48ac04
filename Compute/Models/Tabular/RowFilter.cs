using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Tabular;

/// <summary>Which generated rows are kept: no number outside its feature's range, no duration of 0, every condition met.</summary>
internal sealed class RowFilter
{
    private readonly TabularLayout _layout;
    private readonly IReadOnlyDictionary<string, double> _conditions;
    private readonly HashSet<string> _indicated;

    /// <exception cref="ArgumentException">A condition names no binary feature or category of the layout, or no value of it.</exception>
    public RowFilter(TabularLayout layout, IReadOnlyDictionary<string, double>? conditions)
    {
        (_layout, _conditions) = (layout, conditions ?? new Dictionary<string, double>());
        _indicated = [.. layout.Columns.Where(column => column.Indicator).Select(column => column.Feature.Name)];
        foreach (var (feature, value) in _conditions)
        {
            var column = Column(layout, feature);
            var codes = column.Kind == ColumnKind.Binary ? 2 : column.Width;
            if (value != Math.Floor(value) || value < 0 || value >= codes)
            {
                throw new ArgumentException($"Condition '{feature}': expected an index 0..{codes - 1}, got {value}.");
            }
        }
    }

    /// <summary>The column of a binary feature or category.</summary>
    /// <exception cref="ArgumentException">The feature is of another type, or not in the layout.</exception>
    public static TabularColumn Column(TabularLayout layout, string feature) =>
        layout.Columns.FirstOrDefault(column => column.Feature.Name == feature && column.Kind != ColumnKind.Number && !column.Indicator && column.Feature.Type != FeatureType.TimeToEvent)
            ?? throw new ArgumentException($"Condition '{feature}': expected a binary feature or a category among the inputs.");

    /// <param name="row">[width]</param>
    public bool Keeps(ReadOnlySpan<float> row)
    {
        for (var i = 0; i < _layout.Columns.Count; i++)
        {
            var column = _layout.Columns[i];
            var encoded = row.Slice(_layout.Offsets[i], column.Width);
            if (column.Indicator ? encoded[0] == 1 && _conditions.ContainsKey(column.Feature.Name) : !Fits(column, encoded, row))
            {
                return false;
            }
        }

        return true;
    }

    private bool Fits(TabularColumn column, ReadOnlySpan<float> encoded, ReadOnlySpan<float> row)
    {
        if (column.Kind != ColumnKind.Number)
        {
            return !_conditions.TryGetValue(column.Feature.Name, out var wanted) || TabularDecoder.Value(column, encoded) == wanted;
        }

        var value = TabularDecoder.Value(column, encoded);
        var inRange = value >= (column.Feature.Minimum ?? double.NegativeInfinity) && value <= (column.Feature.Maximum ?? double.PositiveInfinity)
            && double.IsFinite(value) && (column.Feature.Type != FeatureType.TimeToEvent || value > 0);
        return inRange || IsMissing(column, row);
    }

    private bool IsMissing(TabularColumn column, ReadOnlySpan<float> row)
    {
        if (!_indicated.Contains(column.Feature.Name))
        {
            return false;
        }

        var at = Enumerable.Range(0, _layout.Columns.Count).First(i => _layout.Columns[i].Indicator && _layout.Columns[i].Feature.Name == column.Feature.Name);
        return row[_layout.Offsets[at]] == 1;
    }
}
