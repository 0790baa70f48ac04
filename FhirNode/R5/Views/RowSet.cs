using System.Collections;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Views;

/// <summary>
/// The rows of one resource while selects fill them. A select writes its columns into every row; one that iterates
/// replaces each row by a copy per item.
/// </summary>
internal sealed class RowSet : IEnumerable<ViewRow>
{
    private const int MaxRows = 1_000_000;

    private List<object?[]> _rows;

    public RowSet(int columns) => _rows = [new object?[columns]];

    private RowSet(List<object?[]> rows) => _rows = rows;

    public void Set(int column, object? value)
    {
        foreach (var row in _rows)
        {
            row[column] = value;
        }
    }

    public RowSet Copy() => new(_rows.ConvertAll(row => (object?[])row.Clone()));

    public void Clear() => _rows = [];

    /// <exception cref="OperationProblem">One resource would yield more than a million rows.</exception>
    public void Append(RowSet other)
    {
        if (_rows.Count + other._rows.Count > MaxRows)
        {
            throw OperationProblem.TooLarge($"The view makes more than {MaxRows} rows of one resource.");
        }

        _rows.AddRange(other._rows);
    }

    public IEnumerator<ViewRow> GetEnumerator()
    {
        foreach (var row in _rows)
        {
            yield return new ViewRow(row);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
