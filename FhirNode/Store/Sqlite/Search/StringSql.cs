using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sqlite.Search;

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
            "contains" => $"instr(folded, {parameters.Add(folded)}) > 0",
            _ => $"(folded >= {parameters.Add(folded)} AND folded < {parameters.Add(folded + LastCharacter)})",
        };
    }
}
