using GenoMed.Fhir.Store.Index.Values;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql;

/// <summary><c>code</c>, <c>system|code</c>, <c>|code</c> (no system) and <c>system|</c> (any code).</summary>
internal sealed class TokenSql(ISymbols symbols, SqlParameters parameters)
{
    public string Condition(SearchValue value)
    {
        var parts = SearchText.Split(value.Text, '|');
        var code = SearchText.Unescape(parts[^1]).ToLowerInvariant();
        if (parts.Count == 1)
        {
            return Code(code);
        }

        var system = SearchText.Unescape(parts[0]);
        return (system, code) switch
        {
            ("", _) => $"({Code(code)} AND system = {ISymbols.None})",
            (_, "") => $"system = {parameters.Add(symbols.Find(system))}",
            _ => $"({Code(code)} AND system IN ({parameters.Add(symbols.Find(system))}, {parameters.Add(symbols.Find(TokenReaders.ImpliedSystem))}))",
        };
    }

    private string Code(string code) => $"code = {parameters.Add(code)}";
}
