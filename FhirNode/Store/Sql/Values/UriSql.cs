using GenoMed.Fhir.Store.Index.Values;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql.Values;

/// <summary>URIs: equal (default), <c>:below</c> (this path and what lies under it), <c>:above</c> (this path and those it lies under); or by a filter's operator.</summary>
internal sealed class UriSql(SqlParameters parameters, string? modifier)
{
    public string Condition(SearchValue value)
    {
        var uri = SearchText.Unescape(value.Text);
        var limited = IndexText.Limit(uri);
        return value.Prefix is { } operation ? new TextSql(parameters, "value").Compare(operation, uri) : modifier switch
        {
            "below" => $"(value = {parameters.Add(limited)} OR (value >= {parameters.Add(uri.TrimEnd('/') + '/')} AND value < {parameters.Add(uri.TrimEnd('/') + '0')}))",
            "above" => parameters.InTexts("value", [.. Above(uri)]),
            _ => $"value = {parameters.Add(limited)}",
        };
    }

    private static IEnumerable<string> Above(string uri)
    {
        for (var end = uri.Length; end > 0; end = uri.LastIndexOf('/', end - 1))
        {
            yield return IndexText.Limit(uri[..end]);
        }
    }
}
