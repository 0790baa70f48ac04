using System.Globalization;
using System.Text.Json;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>The values of a query, so that no value of a client becomes part of its text; and names for its tables.</summary>
internal sealed class SqlParameters(SqlDialect dialect)
{
    private const int FewValues = 16;

    private readonly List<object> _values = [];
    private int _aliases;

    public SqlDialect Dialect => dialect;

    /// <summary>Takes a long, double or string; returns its mark.</summary>
    public string Add(object value)
    {
        _values.Add(value);
        return dialect.Placeholder(_values.Count);
    }

    /// <summary>A column among values: <c>= ?1</c> for one, <c>IN (?1, ?2)</c> for several.</summary>
    public string In<T>(string column, IReadOnlyList<T> values)
        where T : notnull
        => values.Count == 1 ? $"{column} = {Add(values[0])}" : $"{column} IN ({string.Join(", ", values.Select(value => Add(value)))})";

    /// <summary>A column among texts; many of them become one parameter, so that the query's text stays short.</summary>
    public string InTexts(string column, IReadOnlyList<string> values)
        => values.Count <= FewValues ? In(column, values) : dialect.InArray(column, Add(JsonSerializer.Serialize(values)));

    /// <summary>A name for a table that no other has in this query.</summary>
    public string Alias() => string.Create(CultureInfo.InvariantCulture, $"t{_aliases++}");

    public SqlQuery Query(string text) => new(text, _values);
}
