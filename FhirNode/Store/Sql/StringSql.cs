using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql;

/// <summary>Strings: begins with (default), <c>:exact</c>, <c>:contains</c>.</summary>
internal sealed class StringSql(SqlParameters parameters, string? modifier)
{
    private const string LastCharacter = "\U0010FFFF";

    public string Condition(SearchValue value)
    {
        var text = SearchText.Unescape(value.Text);
        var folded = TextFolding.Fold(text);
        return modifier switch
        {
            "exact" => $"(folded = {parameters.Add(folded)} AND exact = {parameters.Add(folded == text ? "" : text)})",
            "contains" => parameters.Dialect.Contains("folded", parameters.Add(folded)),
            _ => $"(folded >= {parameters.Add(folded)} AND folded < {parameters.Add(folded + LastCharacter)})",
        };
    }
}
