using GenoMed.Fhir.Store.Index.Values;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Store.Sql.Values;

/// <summary><c>code</c>, <c>system|code</c>, <c>|code</c> (no system) and <c>system|</c> (any code); those of one system are asked for together.</summary>
internal sealed class TokenSql(ISymbols symbols, SqlParameters parameters, string codeColumn = "code", string systemColumn = "system")
{
    public string Condition(IReadOnlyList<SearchValue> values)
        => SqlText.Any([.. values.Select(Read).GroupBy(token => token.System, token => token.Code).Select(group => Group(group.Key, [.. group]))]);

    /// <summary>Whether the value names a code, so that the index's key leads to it.</summary>
    public static bool HasCode(SearchValue value) => SearchText.Split(value.Text, '|')[^1].Length > 0;

    private static (string? System, string Code) Read(SearchValue value)
    {
        var parts = SearchText.Split(value.Text, '|');
        return (parts.Count == 1 ? null : SearchText.Unescape(parts[0]), IndexText.Limit(SearchText.Unescape(parts[^1]).ToLowerInvariant()));
    }

    private string Group(string? system, IReadOnlyList<string> codes) => system switch
    {
        null => Codes(codes),
        "" => $"({Codes(codes)} AND {systemColumn} = {ISymbols.None})",
        _ when codes.Contains("") => $"{systemColumn} = {parameters.Add(symbols.Find(system))}",
        _ => $"({Codes(codes)} AND {systemColumn} IN ({parameters.Add(symbols.Find(system))}, {parameters.Add(symbols.Find(TokenReaders.ImpliedSystem))}))",
    };

    private string Codes(IReadOnlyList<string> codes) => parameters.InTexts(codeColumn, codes);
}
