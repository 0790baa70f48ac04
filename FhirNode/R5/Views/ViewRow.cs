namespace GenoMed.Fhir.R5.Views;

/// <summary>
/// One row of a view's result. A value is null, <see cref="string"/> (also for dates and codes), <see cref="bool"/>,
/// <see cref="long"/> (integer types), <see cref="decimal"/>, or for a collection column a list of those.
/// </summary>
public readonly struct ViewRow
{
    private readonly object?[] _values;

    internal ViewRow(object?[] values) => _values = values;

    public int Count => _values.Length;

    /// <summary>The value of a column by its ordinal in <see cref="ViewDefinition.Columns"/>.</summary>
    public object? this[int ordinal] => _values[ordinal];

    /// <summary>The values in the order of the columns; do not keep it beyond the row.</summary>
    public ReadOnlySpan<object?> Values => _values;

    public bool IsNull(int ordinal) => _values[ordinal] is null;

    /// <summary>The text of a string column, or null.</summary>
    /// <exception cref="InvalidCastException">The column holds no text.</exception>
    public string? Text(int ordinal) => (string?)_values[ordinal];

    /// <summary>The number of an integer or decimal column, or null.</summary>
    /// <exception cref="InvalidCastException">The column holds no number.</exception>
    public decimal? Number(int ordinal) => _values[ordinal] switch
    {
        null => null,
        long whole => whole,
        decimal number => number,
        var other => throw new InvalidCastException($"Column {ordinal} holds a {other.GetType().Name}, not a number."),
    };

    /// <summary>The value of a boolean column, or null.</summary>
    /// <exception cref="InvalidCastException">The column holds no boolean.</exception>
    public bool? Flag(int ordinal) => (bool?)_values[ordinal];
}
