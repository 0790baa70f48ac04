namespace GenoMed.Fhir.Store.Sqlite.Search;

/// <summary>The values of a query, so that no value of a client becomes part of its text.</summary>
internal sealed class SqlParameters
{
    private readonly List<object> _values = [];

    public IReadOnlyList<object> Values => _values;

    /// <summary>Takes a long, double or string; returns its mark, such as <c>?3</c>.</summary>
    public string Add(object value)
    {
        _values.Add(value);
        return $"?{_values.Count}";
    }
}
