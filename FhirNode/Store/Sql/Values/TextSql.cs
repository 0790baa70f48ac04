using System.Text;
using GenoMed.Fhir.Store.Index.Values;

namespace GenoMed.Fhir.Store.Sql.Values;

/// <summary>A column of texts compared by a filter's operators (R5 search_filter.html#ops); order is that of code points.</summary>
internal sealed class TextSql(SqlParameters parameters, string column)
{
    private const string LastCharacter = "\U0010FFFF";

    /// <param name="operation">eq, ne, co, sw, ew, gt, lt, ge or le.</param>
    /// <param name="text">As texts stand in the column, without their limit.</param>
    public string Compare(string operation, string text) => operation switch
    {
        "ne" => $"{column} <> {Limited(text)}",
        "co" => parameters.Dialect.Contains(column, parameters.Add(text)),
        "sw" => BeginsWith(text),
        "ew" => EndsWith(text),
        "gt" => $"{column} > {Limited(text)}",
        "lt" => $"{column} < {Limited(text)}",
        "ge" => $"{column} >= {Limited(text)}",
        "le" => $"{column} <= {Limited(text)}",
        _ => $"{column} = {Limited(text)}",
    };

    public string BeginsWith(string text)
    {
        var beginning = IndexText.Limit(text);
        return $"({column} >= {parameters.Add(beginning)} AND {column} < {parameters.Add(beginning + LastCharacter)})";
    }

    private string EndsWith(string text) => text.Length == 0 ? "1 = 1" : parameters.Dialect.EndsWith(column, parameters.Add(text), text.EnumerateRunes().Count());

    private string Limited(string text) => parameters.Add(IndexText.Limit(text));
}
