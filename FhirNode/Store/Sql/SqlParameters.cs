namespace GenoMed.Fhir.Store.Sql;

/// <summary>The values of a query, so that no value of a client becomes part of its text.</summary>
internal sealed class SqlParameters(SqlDialect dialect)
{
    private readonly List<object> _values = [];

    public SqlDialect Dialect => dialect;

    /// <summary>Takes a long, double or string; returns its mark.</summary>
    public string Add(object value)
    {
        _values.Add(value);
        return dialect.Placeholder(_values.Count);
    }

    public SqlQuery Query(string text) => new(text, _values);
}
