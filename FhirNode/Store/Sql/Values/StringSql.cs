using GenoMed.Fhir.Store.Index.Values;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql.Values;

/// <summary>Strings: begins with (default), <c>:exact</c>, <c>:contains</c>; or by a filter's operator, without case.</summary>
internal sealed class StringSql(SqlParameters parameters, string? modifier, string column = "folded")
{
    public string Condition(SearchValue value)
    {
        var text = SearchText.Unescape(value.Text);
        var folded = TextFolding.Fold(text);
        return value.Prefix is { } operation ? Texts.Compare(operation, folded) : ByModifier(text, folded);
    }

    private TextSql Texts => new(parameters, column);

    private string ByModifier(string text, string folded) => modifier switch
    {
        "exact" => $"({column} = {parameters.Add(IndexText.Limit(folded))} AND exact = {parameters.Add(folded == text ? "" : IndexText.Limit(text))})",
        "contains" or "text" => parameters.Dialect.Contains(column, parameters.Add(folded)),
        _ => Texts.BeginsWith(folded),
    };
}
