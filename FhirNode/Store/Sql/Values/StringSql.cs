using GenoMed.Fhir.Store.Index.Values;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql.Values;

/// <summary>Strings: begins with (default), <c>:exact</c>, <c>:contains</c>.</summary>
internal sealed class StringSql(SqlParameters parameters, string? modifier, string column = "folded")
{
    private const string LastCharacter = "\U0010FFFF";

    public string Condition(SearchValue value)
    {
        var text = SearchText.Unescape(value.Text);
        var folded = TextFolding.Fold(text);
        return modifier switch
        {
            "exact" => $"({column} = {parameters.Add(IndexText.Limit(folded))} AND exact = {parameters.Add(folded == text ? "" : IndexText.Limit(text))})",
            "contains" or "text" => parameters.Dialect.Contains(column, parameters.Add(folded)),
            _ => BeginsWith(IndexText.Limit(folded)),
        };
    }

    private string BeginsWith(string folded) => $"({column} >= {parameters.Add(folded)} AND {column} < {parameters.Add(folded + LastCharacter)})";
}
